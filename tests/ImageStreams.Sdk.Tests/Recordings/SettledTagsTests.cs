using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

public class SettledTagsTests
{
    private const string Chain = """
        "kind": "ImageStream", "metadata": {"name": "app"}, "spec": {"tags": [
          {"name": "f", "from": {"kind": "ImageStreamTag", "name": "src"}},
          {"name": "g", "from": {"kind": "ImageStreamTag", "name": "app:f"}},
          {"name": "h", "from": {"kind": "ImageStreamTag", "name": "g"}},
          {"name": "src", "from": {"kind": "DockerImage", "name": "x"}}]}
        """;

    [Fact]
    public void Settle_FollowersLeftBehind_MovesThemAll()
    {
        var answer = JsonNode.Parse("{" + Chain + """
            , "status": {"tags": [{"tag": "f", "items": [2, 1]}, {"tag": "g", "items": [1]}, {"tag": "src", "items": [2, 1]}]}}
            """);

        var tags = SettledTags.Settle(answer)!["status"]!["tags"]!.AsArray();

        Assert.Equal(["f", "g", "h", "src"], tags.Select(tag => (string)tag!["tag"]!));
        Assert.All(tags, tag => Assert.Equal("[2,1]", tag!["items"]!.ToJsonString()));
    }

    [Fact]
    public void Settle_FollowerThatFollowedSomethingElseBefore_KeepsItsHistory()
    {
        var answer = JsonNode.Parse("""{"kind": "ImageStreamList", "items": [{""" + Chain.Replace("\"kind\": \"ImageStream\",", "") + """
            , "status": {"tags": [{"tag": "f", "items": [2]}, {"tag": "g", "items": [9]}, {"tag": "src", "items": [2]}]}}]}
            """);

        var tags = SettledTags.Settle(answer)!["items"]![0]!["status"]!["tags"]!.AsArray();

        Assert.Equal(["[2]", "[2,9]", "[2,9]", "[2]"], tags.Select(tag => tag!["items"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("{" + Chain + """, "status": {}}""")]
    [InlineData("""{"kind": "ImageStream", "metadata": {"name": "app"}, "spec": {}}""")]
    [InlineData("""{"kind": "Status"}""")]
    public void Settle_NothingLeftBehind_IsTheSameAnswer(string json)
    {
        var answer = JsonNode.Parse(json);

        Assert.Same(answer, SettledTags.Settle(answer));
    }

    [Fact]
    public void Settle_CycleWithImage_FillsTheCycle()
    {
        var tags = SettledTags.Settle(Cycle("""[{"tag": "a", "items": [1]}]"""))!["status"]!["tags"]!.AsArray();

        Assert.Equal(["a", "b", "c"], tags.Select(tag => (string)tag!["tag"]!));
    }

    [Fact]
    public void Settle_CycleWithoutImage_ChangesNothing()
    {
        var answer = Cycle("[]");

        Assert.Same(answer, SettledTags.Settle(answer));
    }

    private static JsonNode Cycle(string tags) => JsonNode.Parse($$$"""
        {"kind": "ImageStream", "metadata": {"name": "app"}, "spec": {"tags": [
          {"name": "a", "from": {"kind": "ImageStreamTag", "name": "b"}},
          {"name": "b", "from": {"kind": "ImageStreamTag", "name": "c"}},
          {"name": "c", "from": {"kind": "ImageStreamTag", "name": "a"}}]},
         "status": {"tags": {{{tags}}}}}
        """)!;
}
