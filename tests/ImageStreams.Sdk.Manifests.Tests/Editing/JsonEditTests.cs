using static ImageStreams.Tests.Manifests.Editing.Edits;

namespace ImageStreams.Tests.Manifests.Editing;

public class JsonEditTests
{
    private const string Pretty = "{\n    \"a\": 1,\n    \"m\": {\n        \"x\": \"t\"\n    },\n    \"e\": {},\n    \"l\": [\n        1,\n        2\n    ]\n}\n";
    private const string Compact = "{\"a\":1,\"m\":{\"x\":\"t\"},\"e\":{},\"l\":[1,2]}";

    [Theory]
    [InlineData("a", "{\"y\":[1,{}]}", "\"a\": 1", "\"a\": {\n        \"y\": [\n            1,\n            {}\n        ]\n    }")]
    [InlineData("m.x", "\"é\\\"\\n\"", "\"t\"", "\"é\\\"\\n\"")]
    [InlineData("m.y", "2", "\"x\": \"t\"", "\"x\": \"t\",\n        \"y\": 2")]
    [InlineData("e.y", "[]", "\"e\": {}", "\"e\": {\n        \"y\": []\n    }")]
    [InlineData("l[2]", "{\"z\":1}", "        2", "        2,\n        {\n            \"z\": 1\n        }")]
    [InlineData("m", "{}", "{\n        \"x\": \"t\"\n    }", "{}")]
    public void Set_PrettyJson_StaysPretty(string path, string value, string old, string expected) =>
        Assert.Equal(Pretty.Replace(old, expected, StringComparison.Ordinal), ApplyTo(Pretty, "a.json", Set(path, value)));

    [Theory]
    [InlineData("a", "{\"y\":[1,{}]}", "\"a\":1", "\"a\":{\"y\":[1,{}]}")]
    [InlineData("m.y", "2", "\"x\":\"t\"", "\"x\":\"t\",\"y\":2")]
    [InlineData("e.y.z", "[]", "\"e\":{}", "\"e\":{\"y\":{\"z\":[]}}")]
    [InlineData("l[2]", "{\"z\":1,\"zz\":2}", "[1,2]", "[1,2,{\"z\":1,\"zz\":2}]")]
    public void Set_CompactJson_StaysCompact(string path, string value, string old, string expected) =>
        Assert.Equal(Compact.Replace(old, expected, StringComparison.Ordinal), ApplyTo(Compact, "a.json", Set(path, value)));

    [Theory]
    [InlineData("a", "    \"a\": 1,\n", "")]
    [InlineData("l", ",\n    \"l\": [\n        1,\n        2\n    ]", "")]
    [InlineData("l[0]", "        1,\n", "")]
    [InlineData("l[1]", "1,\n        2", "1")]
    [InlineData("m.x", "{\n        \"x\": \"t\"\n    }", "{}")]
    public void Remove_PrettyJson_TakesTheComma(string path, string old, string expected) =>
        Assert.Equal(Pretty.Replace(old, expected, StringComparison.Ordinal), ApplyTo(Pretty, "a.json", Remove(path)));

    [Fact]
    public void Insert_Items_StandAtTheirIndexes()
    {
        Assert.Equal("[0,1,2,3,4]", ApplyTo("[1,3]", "a.json", Insert("", 0, "0"), Insert("", 1, "2"), Insert("", ^0, "4")));
        Assert.Equal("[\n  0,\n  1,\n  2\n]", ApplyTo("[\n  1\n]", "a.json", Insert("[0]", "0"), Insert("", ^0, "2")));
    }

    [Fact]
    public void Edit_AllAtOnce_UsesTheIndexesOfTheOriginal() => Assert.Equal(
        "{\"l\":[9,1,7,[5]],\"n\":1}",
        ApplyTo("{\"l\":[0,1,2,3,4]}", "a.json", Remove("l[0]"), Remove("l[2]"), Set("l[3]", "7"), Set("l[4]", "[5]"), Insert("l[1]", "9"),
            Set("n", "1")));
}
