
namespace ImageStreams.Tests.Manifests.Text;

public class TextPlaceTests
{
    [Theory]
    [InlineData("a: b # c\nd: e", "a", "a", "b")]
    [InlineData("a: b\r\nd: e  \r\n", "d", "d", "e")]
    [InlineData("# 😀\n😀: 'x😀' # é\nd: e", "d", "d", "e")]
    [InlineData("'a': &x !!str \"b\" # c\n", "a", "'a'", "\"b\"")]
    [InlineData("a: one\n  two # c\n\n# d\nb: 1", "a", "a", "one\n  two")]
    [InlineData("a: |\n  x\n  y\n\n# d\nb: 1", "a", "a", "|\n  x\n  y")]
    [InlineData("a: >-\r\n  x\r\n  y\r\n\r\n\r\nb: 1", "a", "a", ">-\r\n  x\r\n  y")]
    [InlineData("a: |+\n\n\nb: 1", "a", "a", "|+")]
    [InlineData("a: |  # c \n  x  \n   \nb: 1", "a", "a", "|  # c \n  x  ")]
    [InlineData("a: 'x\n  y'\nb: 1", "a", "a", "'x\n  y'")]
    [InlineData("a: {b: [1, 2], c: d} # e\n", "a", "a", "{b: [1, 2], c: d}")]
    [InlineData("a: {b: [1, 2 ] , c: d}\n", "a.b", "b", "[1, 2 ]")]
    [InlineData("a: &x\n  # y\n  b: 1\n  c: 2\n\n# d\ne: 5", "a", "a", "b: 1\n  c: 2")]
    [InlineData("a:\n- b\n- c: 1\n  d: 2\ne: 5", "a", "a", "- b\n- c: 1\n  d: 2")]
    [InlineData("a: &x b\nc: *x # d\n", "c", "c", "*x")]
    [InlineData("? a\n: b\n", "a", "a", "b")]
    [InlineData("a: !!map {b: 1}\n", "a", "a", "{b: 1}")]
    [InlineData("x: [a: b , c]\n", "x[0]", "", "a: b")]
    [InlineData("{x: [a: b]}\n", "x[0]", "", "a: b")]
    [InlineData("{x: [a: b]}\n", "x", "x", "[a: b]")]
    [InlineData("""{"a" : "b\n", "c": [1 , {}] }""", "c", "\"c\"", "[1 , {}]")]
    [InlineData("""{"a" : "b\n", "c": [1 , {}] }""", "a", "\"a\"", "\"b\\n\"")]
    public void Nodes_OfValue_HaveItsPlace(string text, string path, string key, string value)
    {
        var tree = Texts.ReadOne(text);
        var node = tree.FindNode(path);
        Assert.Equal(value, tree.Slice(node));
        Assert.Equal(key, tree.Nodes[node].KeyStart < 0 ? "" : tree.SliceKey(node));
    }

    [Theory]
    [InlineData("a:\nb: 1", "a", 2)]
    [InlineData("a:   # c\nb: 1", "a", 2)]
    [InlineData("a: &x\nb: 1", "a", 5)]
    [InlineData("a: &x !!str   \nb: 1", "a", 11)]
    [InlineData("a:\r\n  -\r\n  - b\r\n", "a[0]", 7)]
    [InlineData("a: {b: , c}", "a.b", 6)]
    [InlineData("a: {b: , c}", "a.c", 10)]
    [InlineData("a: {b: , \"c\" : }", "a.c", 14)]
    [InlineData("a:\n  b:", "a.b", 7)]
    public void Nodes_OfEmptyValue_StandWhereItWouldStand(string text, string path, int offset)
    {
        var tree = Texts.ReadOne(text);
        ref readonly var node = ref tree.Nodes[tree.FindNode(path)];
        Assert.Equal(offset, node.Start);
        Assert.Equal(offset, node.End);
    }

    [Theory]
    [InlineData("a:\n  b: 1\n  c:\n    - x\n    - d: e\n", "a.c[1].d", 5, 7)]
    [InlineData("x: 1\n---\n# c\n---\na: 1\n", "a", 5, 1)]
    public void GetPlace_OfNode_IsThatOfItsKey(string text, string path, int line, int column)
    {
        var tree = Texts.Read(text).Trees[^1];
        var place = tree.GetPlace(tree.FindNode(path));
        Assert.Equal((line, column), (place.Line, place.Column));
    }

    [Theory]
    [InlineData("a:\n- b: 1\n  'c.d': {e: [x, y]}\n")]
    [InlineData("""{"a": [{"b": 1, "c.d/e": {"it's": [[1]]}}]}""")]
    public void GetPath_OfEveryNode_FindsIt(string text)
    {
        var tree = Texts.ReadOne(text);
        for (var node = 0; node < tree.Nodes.Length; node++)
        {
            Assert.Equal(node, tree.FindNode(tree.GetPath(node)));
            Assert.Equal(node, tree.FindNode($"${(tree.GetPath(node) is ['a', ..] ? "." : "")}{tree.GetPath(node)}"));
        }
    }

    [Theory]
    [InlineData("a.x.y", "a")]
    [InlineData("a.b[7].c", "a.b")]
    [InlineData("z", "")]
    [InlineData("a.b[0]", "a.b[0]")]
    [InlineData("[", "")]
    [InlineData("a['", "a")]
    public void FindNearest_MissingField_IsTheNodeAround(string path, string nearest)
    {
        var tree = Texts.ReadOne("a:\n  b: [1]\n");
        Assert.Equal(nearest, tree.GetPath(tree.FindNearest(path)));
    }

    [Theory]
    [InlineData("a: &x {b: {c: 1}}\nd: *x\n", "d.b.c", "1")]
    [InlineData("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  b: 3\n", "d.c", "2")]
    [InlineData("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  b: 3\n", "d.b", "3")]
    [InlineData("a: 1\na: 2\n", "a", "2")]
    public void FindNode_ThroughAliasesAndMergeKeys_IsTheValueThatCounts(string text, string path, string value)
    {
        var tree = Texts.Read(text).Trees[0];
        Assert.Equal(value, tree.Slice(path));
    }

    [Theory]
    [InlineData("t: '[{\"from\": {\"name\": \"it''s\"}, \"paused\": true}]'", "t[0].paused", 1, 34)]
    [InlineData("t: |\n  [\n    {\"from\": 1,\n     \"paused\": true}]\n", "t[0].paused", 4, 6)]
    [InlineData("t: >-\n  [{\"from\": 1,\n  \"paused\": true}]\n", "t[0].paused", 3, 3)]
    [InlineData("t: \"[{\\\"from\\\": 1, \\\"paused\\\":\\ttrue}]\"", "t[0].paused", 1, 20)]
    [InlineData("t: '[{\"from\": 1}]'", "t[0].paused", 1, 6)]
    [InlineData("t: text", "t[0].paused", 1, 1)]
    public void FindNearestPlace_InJsonText_IsThePlaceInside(string text, string path, int line, int column)
    {
        var place = Texts.ReadOne(text).FindNearestPlace(path);
        Assert.Equal((line, column), (place.Line, place.Column));
    }

    [Fact]
    public void FindNode_InJsonText_IsTheScalar()
    {
        var tree = Texts.ReadOne("t: '[{\"from\": 1}]'");
        Assert.Equal(tree.FindNode("t"), tree.FindNode("t[0].from"));
        Assert.Equal(-1, tree.FindNode("t[0].paused"));
    }
}
