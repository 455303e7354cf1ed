using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

public class LuckTests
{
    [Fact]
    public void Sort_CausesOfSpecTags_AreInOrderAndAllOthersStay()
    {
        var answer = JsonNode.Parse("""
            {"details": {"causes": [
              {"field": "metadata.name"}, {"field": "spec.tags[b].from"}, {"field": "spec.tags[a].name"}, {"field": "spec.tags[b].x"},
              {"field": "[]"}]}}
            """);

        var causes = Luck.Sort(answer)!["details"]!["causes"]!.AsArray();

        Assert.Equal(
            ["metadata.name", "spec.tags[a].name", "spec.tags[b].from", "spec.tags[b].x", "[]"],
            causes.Select(cause => (string)cause!["field"]!));
    }

    [Fact]
    public void Sort_ListOfTags_IsInTheOrderOfNames()
    {
        var answer = JsonNode.Parse("""
            {"kind": "ImageStreamTagList", "items": [{"metadata": {"name": "app:b"}}, {"metadata": {"name": "app:a"}}]}
            """);

        var tags = Luck.Sort(answer)!["items"]!.AsArray();

        Assert.Equal(["app:a", "app:b"], tags.Select(tag => (string)tag!["metadata"]!["name"]!));
    }

    [Theory]
    [InlineData("""{"kind": "ImageStreamList", "items": [{"metadata": {"name": "b"}}, {"metadata": {"name": "a"}}]}""")]
    [InlineData("null")]
    public void Sort_OtherAnswers_StayAsTheyAre(string json)
    {
        var answer = JsonNode.Parse(json);

        Assert.True(JsonNode.DeepEquals(answer, Luck.Sort(answer)));
    }
}
