package org.araxes.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void readsNamesByLanguageAndSide() {
    Names names = Names.parse("en=Agbend; az=Ağbənd ;en@AM=Aghband;");
    assertThat(names.byTag())
        .containsExactly(
            Map.entry("az", "Ağbənd"), Map.entry("en", "Agbend"), Map.entry("en@AM", "Aghband"));
    assertThat(Names.parse(names.toString())).isEqualTo(names);
    assertThat(Names.parse("").byTag()).isEmpty();
    assertThat(Names.parse("en=a=b").in("en", "")).isEqualTo("a=b");
  }

  @Test
  void fallsBackToEnglishThenToTheFirst() {
    assertThat(Names.parse("az=Naxçıvan;en=Nakhchivan").in("hy", "?")).isEqualTo("Nakhchivan");
    assertThat(Names.parse("az=Naxçıvan;ru=Нахичевань").in("hy", "?")).isEqualTo("Naxçıvan");
    assertThat(Names.parse("").in("hy", "?")).isEqualTo("?");
  }

  @Test
  void refusesANameWithoutLanguageOrText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Names.parse("Baku"))
        .withMessageContaining("Maybe \"en=Baku\"?");
    assertThatIllegalArgumentException().isThrownBy(() -> Names.parse("en="));
    assertThatIllegalArgumentException().isThrownBy(() -> Names.parse("=Baku"));
    assertThatIllegalArgumentException().isThrownBy(() -> Names.parse("en=a;en=b"));
    assertThatIllegalArgumentException().isThrownBy(() -> Names.of(" "));
  }

  @Test
  void keepsItsOwnCopy() {
    TreeMap<String, String> map = new TreeMap<>(Map.of("en", "a"));
    Names names = new Names(map);
    map.put("en", "b");
    assertThat(names.in("en", "")).isEqualTo("a");
  }

  @Test
  void aChainIsAsSureAsItsWeakestLink() {
    assertThat(Confidence.HIGH.and(Confidence.LOW)).isEqualTo(Confidence.LOW);
    assertThat(Confidence.MEDIUM.and(Confidence.HIGH)).isEqualTo(Confidence.MEDIUM);
    assertThat(Confidence.HIGH.and(Confidence.HIGH)).isEqualTo(Confidence.HIGH);
  }

  @Test
  void evidenceNamesItsSourceAndASourceHasATitle() {
    Evidence evidence = Evidence.of("src", Confidence.HIGH);
    assertThat(evidence.sources()).isEqualTo(List.of("src"));
    assertThat(evidence.withBasis(Basis.PLAN).basis()).isEqualTo(Basis.PLAN);
    assertThat(new Source("a", "A", "", "", "2025", "", "").id()).isEqualTo("a");
    assertThatIllegalArgumentException().isThrownBy(() -> new Source("a", " ", "", "", "", "", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Source("", "A", "", "", "", "", ""));
  }
}
