using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Workloads;

public class WorkloadHostileTests
{
    [Theory]
    [InlineData("""{"kind":"ConfigMap"}""", "found the text \"ConfigMap\"", "$.kind")]
    [InlineData("""{"kind":""}""", "found the text \"\"", "$.kind")]
    [InlineData("""{"kind":"pod"}""", "found the text \"pod\"", "$.kind")]
    [InlineData("""{"kind":"\ud800"}""", "found the text \"\uFFFD\"", "$.kind")]
    [InlineData("{}", "found no kind", "$")]
    [InlineData("""{"Kind":"Pod","kind":null}""", "found no kind", "$")]
    [InlineData("""{"kind":"Pod","kind":"Route"}""", "found the text \"Route\"", "$.kind")]
    [InlineData("""{"kind":"Job","apiVersion":"batch.volcano.sh/v1alpha1"}""", "found the text \"batch.volcano.sh/v1alpha1\"", "$.apiVersion")]
    public void Parse_OtherKind_ReportsIt(string json, string reported, string path)
    {
        var e = Assert.Throws<WireFormatException>(() => Workload.Parse(json));

        Assert.Equal((WireFailure.Kind, path), (e.Reason, e.Path));
        Assert.Contains(reported, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("7", "$")]
    [InlineData("""{"kind":7}""", "$.kind")]
    [InlineData("""{"kind":"Pod","apiVersion":1}""", "$.apiVersion")]
    [InlineData("""{"kind":"Pod","metadata":[]}""", "$.metadata")]
    [InlineData("""{"kind":"Pod","metadata":{"name":{}}}""", "$.metadata.name")]
    [InlineData("""{"kind":"Pod","metadata":{"annotations":{"a":1}}}""", "$.metadata.annotations.a")]
    [InlineData("""{"kind":"Pod","metadata":{"ownerReferences":{}}}""", "$.metadata.ownerReferences")]
    [InlineData("""{"kind":"Pod","metadata":{"ownerReferences":[{"controller":"true"}]}}""", "$.metadata.ownerReferences[0].controller")]
    [InlineData("""{"kind":"Pod","spec":[]}""", "$.spec")]
    [InlineData("""{"kind":"Pod","spec":{"containers":{}}}""", "$.spec.containers")]
    [InlineData("""{"kind":"Pod","spec":{"containers":[{},null]}}""", "$.spec.containers[1]")]
    [InlineData("""{"kind":"Pod","spec":{"initContainers":[{"image":7}]}}""", "$.spec.initContainers[0].image")]
    [InlineData("""{"kind":"Job","spec":{"suspend":0}}""", "$.spec.suspend")]
    [InlineData("""{"kind":"Job","spec":{"template":{"metadata":7}}}""", "$.spec.template.metadata")]
    public void Parse_WrongType_NamesThePath(string json, string path)
    {
        var e = Assert.Throws<WireFormatException>(() => Workload.Parse(json));
        Assert.Equal((WireFailure.Type, path), (e.Reason, e.Path));
    }

    [Theory]
    [InlineData("""{"kind":"Pod","spec":{"volumes":7,"template":8},"status":[],"template":9}""")]
    [InlineData("""{"kind":"Pod","metadata":{"labels":7},"spec":{"containers":[{"name":"a","ports":"b"}]}}""")]
    public void Parse_WrongTypeInAnUnusedField_IsIgnored(string json) => Assert.True(Workload.TryParse(json, out _));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"kind":"Pod" "spec":{}}""")]
    [InlineData("""{"kind":"Pod"}x""")]
    [InlineData("""{"kind":"Pod","spec":{"containers":[{"image":"ruby"}}""")]
    public void Parse_BrokenSyntax_IsRefused(string json)
    {
        Assert.Equal(WireFailure.Syntax, Assert.Throws<WireFormatException>(() => Workload.Parse(json)).Reason);
        Assert.False(Workload.TryParse(json, out _));
    }

    [Fact]
    public void Parse_NoJson_IsRefused()
    {
        Assert.Equal(WireFailure.Syntax, Assert.Throws<WireFormatException>(() => Workload.Parse(default(RawJson))).Reason);
        Assert.False(Workload.TryParse(default(RawJson), out _));
        Assert.False(Workload.TryParse((string?)null, out _));
    }

    [Fact]
    public void Parse_DeepNesting_IsRefused()
    {
        var deep = $$"""{"kind":"Pod","status":{{new string('[', 1000)}}{{new string(']', 1000)}} }""";
        Assert.Equal(WireFailure.TooDeep, Assert.Throws<WireFormatException>(() => Workload.Parse(deep)).Reason);
    }

    [Fact]
    public void Parse_FieldsGivenTwice_MergeAndTheLastCounts()
    {
        const string Twice = """
            {"kind":"Pod","metadata":{"name":"a","annotations":{"x":"1","y":"2"}},"metadata":{"annotations":{"x":"3"}},
            "spec":{"containers":[{"name":"old"}]},"spec":{"initContainers":[{"image":"i","image":"j"}],"containers":[{"name":"new"}]}}
            """;
        var pod = Workload.Parse(Twice);

        Assert.Equal("a", pod.Name);
        Assert.Equal(ValueMap.Create<string>([new("x", "3"), new("y", "2")]), pod.Annotations);
        Assert.Equal("3", pod.FindAnnotation("x"));
        Assert.Equal(["j", null], pod.Containers.Select(container => container.Image));
        Assert.Equal(["", "new"], pod.Containers.Select(container => container.Name));
    }

    [Fact]
    public void Parse_EscapedNames_AreTheNames() => Assert.Equal(
        "ruby", Workload.Parse("""{"k\u0069nd":"P\u006fd","sp\u0065c":{"containers":[{"im\u0061ge":"r\u0075by"}]}}""").Containers[0].Image);

    [Fact]
    public void Parse_UnpairedSurrogate_IsReplaced()
    {
        var pod = Workload.Parse("""{"kind":"Pod","metadata":{"name":"\ud800","annotations":{"\udc00":"\ud800"}}}""");

        Assert.Equal("\uFFFD", pod.Name);
        Assert.Equal("\uFFFD", pod.FindAnnotation("\uFFFD"));
    }

    [Fact]
    public void FindAnnotation_LongName_IsFound()
    {
        var name = new string('é', 300);
        Assert.Equal("1", Workload.Parse($$"""{"kind":"Pod","metadata":{"annotations":{"{{name}}":"1"} } }""").FindAnnotation(name));
    }
}
