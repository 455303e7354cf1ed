using static ImageStreams.Tests.Manifests.Editing.Edits;

namespace ImageStreams.Tests.Manifests.Editing;

public class SetTests
{
    [Theory]
    [InlineData("a: b", "\"c\"", "a: c")]
    [InlineData("a: b # why", "\"c\"", "a: c # why")]
    [InlineData("a: 'b'", "\"c\"", "a: 'c'")]
    [InlineData("a: 'b'", "\"it's\"", "a: 'it''s'")]
    [InlineData("a: 'b'", "\"x\\ny\"", "a: \"x\\ny\"")]
    [InlineData("a: \"b\"", "\"c\"", "a: \"c\"")]
    [InlineData("a: \"b\"", "8080", "a: 8080")]
    [InlineData("a: 'b'", "null", "a: null")]
    [InlineData("a: 1", "true", "a: true")]
    [InlineData("a:   b   # why", "\"c\"", "a:   c   # why")]
    [InlineData("a:", "\"c\"", "a: c")]
    [InlineData("a: # why", "\"c\"", "a: c # why")]
    [InlineData("a: ~", "{\"b\":1}", "a:\n  b: 1")]
    [InlineData("a: |\n  x\n  y\nb: 1", "\"z\"", "a: |-\n  z\nb: 1")]
    [InlineData("a: | # why\n    x\nb: 1", "\"y\\nz\\n\"", "a: | # why\n    y\n    z\nb: 1")]
    [InlineData("a: |\n  x\nb: 1", "3", "a: 3\nb: 1")]
    [InlineData("a: >-\n  x\n  y\nb: 1", "\"one line\"", "a: >-\n  one line\nb: 1")]
    [InlineData("a: >-\n  x\n  y\nb: 1", "\"p\\nq\"", "a: |-\n  p\n  q\nb: 1")]
    [InlineData("a: &x b\nc: 1", "\"d\"", "a: &x d\nc: 1")]
    [InlineData("a: !!str 5", "6", "a: 6")]
    [InlineData("a: !!str &x 5", "\"b\"", "a: &x b")]
    [InlineData("a: &x !!str 5", "\"b\"", "a: &x b")]
    [InlineData("a:\n  long text\nb: 1", "\"c\"", "a: c\nb: 1")]
    [InlineData("a: \"x\n  y\" # why\nb: 1", "\"c\"", "a: \"c\" # why\nb: 1")]
    public void Set_Scalar_KeepsItsStyle(string text, string value, string expected) =>
        Assert.Equal(expected, Apply(text, Set("a", value)));

    [Theory]
    [InlineData("3.10")]
    [InlineData("no")]
    [InlineData("y")]
    [InlineData("0777")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("*a")]
    [InlineData("&a")]
    [InlineData("!a")]
    [InlineData("%a")]
    [InlineData("@a")]
    [InlineData("`a`")]
    [InlineData("- a")]
    [InlineData("-")]
    [InlineData("---")]
    [InlineData("a: b")]
    [InlineData("a:")]
    [InlineData("a #b")]
    [InlineData("#a")]
    [InlineData("{a}")]
    [InlineData("[a]")]
    [InlineData("2024-01-01")]
    [InlineData("12:30:45")]
    [InlineData("1e3")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("=")]
    [InlineData("<<")]
    [InlineData("? a")]
    [InlineData("|")]
    public void Set_TextThatIsReadOtherwise_IsInQuotes(string value)
    {
        Assert.Equal($"a: \"{value}\"\n", Apply("a: b\n", Set("a", $"\"{value}\"")));
        Assert.Equal($"a: '{value}' # 'x'\nq: 'z'\n", Apply("a: b # 'x'\nq: 'z'\n", Set("a", $"\"{value}\"")));
    }

    [Theory]
    [InlineData("ruby:2.5")]
    [InlineData("-Xmx64m")]
    [InlineData("http://a.b/c?d=e#f")]
    [InlineData("a, b")]
    [InlineData("1.2.3")]
    [InlineData("${X}")]
    [InlineData("it's")]
    [InlineData("é😀")]
    public void Set_TextThatIsClear_StaysPlain(string value) =>
        Assert.Equal($"a: {value}\n", Apply("a: b\n", Set("a", $"\"{value}\"")));

    [Theory]
    [InlineData("a: b\n", "[1,2]", "a:\n- 1\n- 2\n")]
    [InlineData("a: b # why\nc: 1\n", "{\"x\":{\"k\":[1]}}", "a: # why\n  x:\n    k:\n    - 1\nc: 1\n")]
    [InlineData("a: b\nl:\n  - 1\n", "[1]", "a:\n  - 1\nl:\n  - 1\n")]
    [InlineData("a: b\nm:\n    n: 1\n", "{\"x\":{\"k\":1}}", "a:\n    x:\n        k: 1\nm:\n    n: 1\n")]
    [InlineData("a:\n- 1 # one\n- 2\nb: 1\n", "[3,{\"x\":1,\"k\":2}]", "a:\n- 3\n- x: 1\n  k: 2\nb: 1\n")]
    [InlineData("a:\n- 1\nb: 1\n", "{\"x\":1}", "a:\n  x: 1\nb: 1\n")]
    [InlineData("a:\n  x: 1\nb: 1\n", "[]", "a: []\nb: 1\n")]
    [InlineData("a: # why\n  x: 1\nb: 1\n", "\"t\"", "a: t # why\nb: 1\n")]
    [InlineData("a: {x: 1, y: b}\n", "{\"z\":\"it's\",\"l\":[1,\"a, b\"]}", "a: {z: it's, l: [1, \"a, b\"]}\n")]
    [InlineData("a: [\"x\",\"y\"]\n", "[\"z\",\"no\"]", "a: [\"z\",\"no\"]\n")]
    [InlineData("a: {}\n", "{\"x\":1}", "a:\n  x: 1\n")]
    [InlineData("a: {x: 1}\n", "\"t\"", "a: t\n")]
    [InlineData("a: |\n  t\nb: 1\n", "{\"x\":1}", "a:\n  x: 1\nb: 1\n")]
    public void Set_Collection_IsWrittenAsTheTextAround(string text, string value, string expected) =>
        Assert.Equal(expected, Apply(text, Set("a", value)));

    [Theory]
    [InlineData("- a\n- b\n", "[1]", "{\"x\":1,\"k\":[2]}", "- a\n- x: 1\n  k:\n  - 2\n")]
    [InlineData("- a\n- x: 1\n  y: 2\n- c\n", "[1]", "\"t\"", "- a\n- t\n- c\n")]
    [InlineData("- x: 1\n  y: 2\n", "[0]", "{\"z\":3}", "- z: 3\n")]
    [InlineData("- - 1\n  - 2\n", "[0][1]", "[3]", "- - 1\n  - - 3\n")]
    [InlineData("-\n  x: 1\n-\n", "[1]", "\"t\"", "-\n  x: 1\n- t\n")]
    [InlineData("- a\n", "[1]", "\"b\"", "- a\n- b\n")]
    public void Set_Item_KeepsTheOthers(string text, string path, string value, string expected) =>
        Assert.Equal(expected, Apply(text, Set(path, value)));

    [Theory]
    [InlineData("a: 1\n", "b", "a: 1\nb: x\n")]
    [InlineData("a: 1", "b", "a: 1\nb: x")]
    [InlineData("a: 1\n", "b.c.d", "a: 1\nb:\n  c:\n    d: x\n")]
    [InlineData("a: 1\n", "b[0].c", "a: 1\nb:\n- c: x\n")]
    [InlineData("a:\n  b: 1 # one\n  # more\nc: 1\n", "a.d", "a:\n  b: 1 # one\n  d: x\n  # more\nc: 1\n")]
    [InlineData("a:\nc: 1\n", "a.b", "a:\n  b: x\nc: 1\n")]
    [InlineData("a: {}\nc: 1\n", "a['k/l.m']", "a:\n  k/l.m: x\nc: 1\n")]
    [InlineData("a: {b: 1}\n", "a.c", "a: {b: 1, c: x}\n")]
    [InlineData("a: {b: {}}\n", "a.b.c", "a: {b: {c: x}}\n")]
    [InlineData("- a: 1\n  b: 2\n", "[0].c", "- a: 1\n  b: 2\n  c: x\n")]
    [InlineData("a: |+\n  t\n\n\nb: 1\n", "a2", "a: |+\n  t\n\n\nb: 1\na2: x\n")]
    [InlineData("b: 1\na: |+\n  t\n\n", "c", "b: 1\na: |+\n  t\n\nc: x\n")]
    [InlineData("b: 1\na: |\n  t", "c", "b: 1\na: |-\n  t\nc: x")]
    [InlineData("# head\n\na: 1\r\nb: 2\r\n", "c", "# head\n\na: 1\r\nb: 2\nc: x\r\n")]
    [InlineData("a: 1\r\nb: 2\r\n", "c.d", "a: 1\r\nb: 2\r\nc:\r\n  d: x\r\n")]
    [InlineData("---\na: 1\n---\nb: 2\n", "c", "---\na: 1\nc: x\n---\nb: 2\n")]
    [InlineData("a: 1\n...\n", "c", "a: 1\nc: x\n...\n")]
    public void Set_MissingValue_IsInserted(string text, string path, string expected) =>
        Assert.Equal(expected, Apply(text, Set(path, "\"x\"")));

    [Fact]
    public void Set_TextOfSeveralLines_IsALiteral() =>
        Assert.Equal("data:\n  a: 1\n  b: |\n    x\n\n    y\n", Apply("data:\n  a: 1\n", Set("data.b", "\"x\\n\\ny\\n\"")));

    [Fact]
    public void Set_SeveralValuesBelowAMissingOne_IsOneValue() => Assert.Equal(
        "a: 1\nm:\n  x: 1\n  k:\n  - 2\n  - 3\n",
        Apply("a: 1\n", Set("m.x", "1"), Set("m.k[0]", "2"), Set("m.k[1]", "3")));

    [Fact]
    public void Set_SameValue_ChangesNothing() =>
        Assert.Null(FindChange("a: 0x1F\nb: {c: 'd'}\n", "app.yaml", Set("a", "31"), Set("b", "{\"c\":\"d\"}")));

    [Fact]
    public void Set_SameTextThatIsReadOtherwise_IsPutInQuotes() => Assert.Equal("a: \"no\"\n", Apply("a: no\n", Set("a", "\"no\"")));
}
