using System.Text;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Serialization;

/// <summary>A text in the order of its type is not searched for problems: that never hides one.</summary>
public sealed class OrderedReadingTests
{
    private const string Ordered = """
        {"kind":"ImageStream","apiVersion":"image.openshift.io/v1","metadata":{"name":"a","labels":{"a":"1","b":"2"},
        "managedFields":[{"manager":"m","fieldsV1":{"f:a":{},"f:a":{}}}]},"spec":{"lookupPolicy":{"local":true},
        "tags":[{"name":"1","from":{"kind":"DockerImage","name":"x"}},{"name":"2"}]},"status":{"tags":[{"tag":"1","items":null}]}}
        """;

    [Theory]
    [InlineData(Ordered, 0)]
    [InlineData("""{"spec":{},"metadata":{"name":"a","generateName":"b"}}""", 0)]
    [InlineData("""{"kind":"ImageStream","kind":"ImageStream"}""", 1)]
    [InlineData("""{"kind":"ImageStream","spec":{},"kind":"ImageStream"}""", 1)]
    [InlineData("""{"metadata":{"name":"a","name":"a"}}""", 1)]
    [InlineData("""{"metadata":{"labels":{"a":"1","a":"1"}}}""", 1)]
    [InlineData("""{"metadata":{"labels":{"a":"1"},"labels":{"b":"1"}}}""", 1)]
    [InlineData("""{"\u006bind":"ImageStream","kind":"ImageStream"}""", 1)]
    [InlineData("""{"spec":{"tags":[{"name":"a","bogus":[{"x":1}]}]}}""", 1)]
    [InlineData("""{"spec":{"tags":[{"name":"a"},{"name":"b","from":{"name":"c","name":"d"}}]}}""", 1)]
    [InlineData("""{"Kind":"ImageStream","spec":{"tags":[]},"status":{"tags":[{"tag":"a","items":[{"image":"x","image":"y"}]}]}}""", 2)]
    [InlineData("""{"status":{"tags":[],"tags":[],"publicDockerImageRepository":"a"},"bogus":{}}""", 2)]
    public void Problems_OfAText_AreThoseOfTheWholeSearch(string text, int count)
    {
        var json = Encoding.UTF8.GetBytes(text);

        ImageStreamJson.Deserialize<ImageStream>(json, null, out var problems);

        Assert.Equal(count, problems.Count);
        Assert.Equal(ImageStreamJson.FindFieldProblems<ImageStream>(json), problems);
    }

    [Fact]
    public void Strict_TextInOrderWithAnUnknownField_IsRefused()
    {
        var json = Encoding.UTF8.GetBytes(Ordered.Replace("\"local\":true", "\"local\":true,\"bogus\":1", StringComparison.Ordinal));

        Assert.Throws<StrictFieldsException>(
            () => ImageStreamJson.Deserialize<ImageStream>(json, new ImageStreamJsonOptions { Strict = true }));
    }
}
