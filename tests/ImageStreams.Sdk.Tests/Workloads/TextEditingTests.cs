using System.Text;
using System.Text.Json;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Workloads;

/// <summary>Reading and editing the text of workloads: nulls, fields given twice, and names that are not valid text.</summary>
public sealed class TextEditingTests
{
    public static TheoryData<string, string> Nulls => new()
    {
        { """{"kind":"Pod","metadata":{"name":"x","annotations":null}}""", """{"kind":"Pod","metadata":{"name":"x","annotations":{"a":"9"}}}""" },
        { """{"kind":"Pod","metadata":null,"spec":{}}""", """{"kind":"Pod","metadata":{"annotations":{"a":"9"}},"spec":{}}""" },
        { """{"kind":"Pod","metadata": null }""", """{"kind":"Pod","metadata": {"annotations":{"a":"9"}} }""" },
        { """{"kind":"Pod","metadata":{"annotations":null,"annotations":null}}""", """{"kind":"Pod","metadata":{"annotations":null,"annotations":{"a":"9"}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{"b":"1"},"annotations":null}}""", """{"kind":"Pod","metadata":{"annotations":{},"annotations":{"a":"9"}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{"a":"1"},"annotations":null}}""", """{"kind":"Pod","metadata":{"annotations":{},"annotations":{"a":"9"}}}""" },
        { """{"kind":"Pod","metadata":{"name":"x"},"metadata":null}""", """{"kind":"Pod","metadata":{"name":"x"},"metadata":{"annotations":{"a":"9"}}}""" },
        { """{"kind":"Pod","metadata":null,"metadata":{"name":"x"}}""", """{"kind":"Pod","metadata":null,"metadata":{"annotations":{"a":"9"},"name":"x"}}""" },
    };

    [Theory]
    [MemberData(nameof(Nulls))]
    public void AnnotationWrittenBesideNull_ReplacesTheNull(string before, string after) =>
        Assert.Equal(after, Workload.Parse(before).WithAnnotation("a", "9").ToJson());

    [Theory]
    [InlineData("""{"kind":"Pod","metadata":{"annotations":{"b":"1"},"annotations":null}}""")]
    [InlineData("""{"kind":"Pod","metadata":{"annotations":{"a":"1"}},"metadata":{"annotations":{"b":"2"}}}""")]
    [InlineData("""{"kind":"Pod","metadata":{"annotations":{"a":"1"}},"metadata":{"name":"x"}}""")]
    [InlineData("""{"kind":"Pod","metadata":{"annotations":{"a":"1"}},"metadata":null}""")]
    [InlineData("""{"kind":"Pod","metadata":{"annotations":{"a":"1","a":"2"}}}""")]
    [InlineData("""{"kind":"Pod","metadata":{"annotations":null},"metadata":{"annotations":null}}""")]
    public void AnnotationWritten_IsFoundByReadersThatTakeTheLastOne(string text)
    {
        var changed = Workload.Parse(text).WithAnnotation("a", "9");

        Assert.Equal("9", changed.FindAnnotation("a"));
        using var document = JsonDocument.Parse(changed.ToJson());
        Assert.Equal("9", document.RootElement.GetProperty("metadata").GetProperty("annotations").GetProperty("a").GetString());
    }

    [Theory]
    [InlineData("""{"kind":"Pod","metadata":{"annotations":{"a":"1"},"annotations":null}}""")]
    [InlineData("""{"kind":"Pod","metadata":{"annotations":{"a":"1"}},"metadata":{"annotations":null}}""")]
    public void NullAfterAnnotations_LeavesNone(string text)
    {
        var pod = Workload.Parse(text);

        Assert.Null(pod.FindAnnotation("a"));
        Assert.Empty(pod.Annotations);
    }

    [Fact]
    public void NullAfterAnnotationsOfATemplate_LeavesNone() => Assert.Null(Workload.Parse(
        """{"kind":"Job","spec":{"template":{"metadata":{"annotations":{"a":"1"},"annotations":null}}}}""").FindTemplateAnnotation("a"));

    [Theory]
    [InlineData("""{"image":"old","image":null}""", """{"image":"old","image":"new"}""")]
    [InlineData("""{"image":null}""", """{"image":"new"}""")]
    [InlineData("""{"image":"old","image":"other"}""", """{"image":"old","image":"new"}""")]
    public void ImageWrittenBesideNull_ReplacesTheNull(string before, string after) => Assert.Equal(
        $$$"""{"kind":"Pod","spec":{"containers":[{{{after}}}]}}""",
        Workload.Parse($$$"""{"kind":"Pod","spec":{"containers":[{{{before}}}]}}""").WithImages(_ => "new").ToJson());

    [Theory]
    [InlineData("""{"kind":"ReplicationController","spec":{"template":{"spec":{"containers":[{"name":"a"}]}},"template":null}}""")]
    [InlineData("""{"kind":"DeploymentConfig","spec":{"template":{"spec":{"containers":[{"name":"a"}]}},"template":null}}""")]
    [InlineData("""{"kind":"Pod","spec":{"containers":[{"name":"a"}],"containers":null}}""")]
    public void NullAfterAPointerOrAList_UnsetsIt(string text) => Assert.Empty(Workload.Parse(text).Containers);

    [Theory]
    [InlineData("""{"kind":"Job","spec":{"suspend":true,"suspend":null}}""", false)]
    [InlineData("""{"kind":"Deployment","spec":{"paused":true,"paused":null}}""", true)]
    [InlineData("""{"kind":"Deployment","spec":{"paused":true,"paused":false}}""", false)]
    public void PausedTwice_IsWhatGoReads(string text, bool isPaused) => Assert.Equal(isPaused, Workload.Parse(text).IsPaused);

    [Theory]
    [InlineData("""[{"controller":true,"controller":false}]""", false)]
    [InlineData("""[{"controller":true,"controller":null}]""", false)]
    [InlineData("""[{"controller":false},{"controller":true}]""", true)]
    public void ControllerTwice_IsTheLastOne(string owners, bool hasController) => Assert.Equal(
        hasController, Workload.Parse($$$"""{"kind":"Pod","metadata":{"ownerReferences":{{{owners}}}}}""").HasController);

    [Fact]
    public void KindTwice_IsTheLastOne()
    {
        var workload = Workload.Parse("""{"kind":"Pod","spec":{"template":{"spec":{"containers":[{"image":"a"}]}}},"kind":"Job"}""");

        Assert.Equal(("Job", "a"), (workload.Kind, Assert.Single(workload.Containers).Image));
    }

    [Fact]
    public void ListTwice_IsReadOverTheFirst() => Assert.Equal(
        ["b: x"],
        Workload.Parse("""{"kind":"Pod","spec":{"containers":[{"name":"a","image":"x"},{}],"containers":[{"name":"b"}]}}""")
            .Containers.Select(container => $"{container.Name}: {container.Image}"));

    [Theory]
    [InlineData("StatefulSet")]
    [InlineData("Pod")]
    [InlineData("ReplicaSet")]
    [InlineData("DaemonSet")]
    public void FieldWithEmptyName_IsNotPaused(string kind)
    {
        Assert.False(Workload.Parse($$$"""{"kind":"{{{kind}}}","spec":{"":true}}""").IsPaused);
        Assert.False(Workload.Parse($$$"""{"kind":"{{{kind}}}","spec":{"":5}}""").IsPaused);
    }

    [Fact]
    public void AddedKindWithoutPauseField_IgnoresAFieldWithEmptyName()
    {
        var kinds = WorkloadKinds.Known.With(WorkloadKind.Create("Game", "spec.template"));
        Assert.False(Workload.Parse("""{"kind":"Game","spec":{"":5}}""", kinds).IsPaused);
    }

    public static TheoryData<byte[], string> InvalidNames => new()
    {
        { [(byte)'k', 0xFF], "k\uFFFD" },
        { [0xC3], "\uFFFD" },
        { [0xED, 0xA0, 0x80], "\uFFFD\uFFFD\uFFFD" },
        { [.. "\\ud800"u8], "\uFFFD" },
        { [.. "x\\ud800\\ud800"u8], "x\uFFFD\uFFFD" },
        { [.. "\uFFFD"u8], "\uFFFD" },
    };

    [Theory]
    [MemberData(nameof(InvalidNames))]
    public void InvalidAnnotationName_IsFoundAsItIsListed(byte[] raw, string decoded)
    {
        byte[] text = [.. "{\"kind\":\"Pod\",\"metadata\":{\"annotations\":{\""u8, .. raw, .. "\":\"1\"}}}"u8];
        var pod = Workload.Parse(text);

        Assert.Equal("1", pod.Annotations[decoded]);
        Assert.Equal("1", pod.FindAnnotation(decoded));
        Assert.Equal("2", pod.WithAnnotation(decoded, "2").FindAnnotation(decoded));
        Assert.Empty(pod.WithAnnotation(decoded, null).Annotations);
    }

    [Theory]
    [InlineData("""{"kind":"Pod","\ud800":1,"metadata":{"\ud800":2,"annotations":{"\ud800":"3"},"\udc00":{}},"x\ud800":[]}""")]
    [InlineData("""{"\ud800":{"metadata":{}},"kind":"Pod"}""")]
    public void AnnotationBesideUnpairedSurrogates_IsWritten(string text)
    {
        var changed = Workload.Parse(text).WithAnnotation("a", "9");

        Assert.Equal("9", changed.FindAnnotation("a"));
        Assert.Contains("\\ud800", changed.ToJson(), StringComparison.Ordinal);
        Assert.Null(changed.WithAnnotation("a", null).FindAnnotation("a"));
    }

    [Fact]
    public void AnnotationBesideInvalidUtf8_LeavesItsBytes()
    {
        byte[] text = [.. "{\"kind\":\"Pod\",\""u8, 0xFF, .. "\":1}"u8];
        byte[] after = [.. "{\"metadata\":{\"annotations\":{\"a\":\"9\"}},\"kind\":\"Pod\",\""u8, 0xFF, .. "\":1}"u8];

        Assert.Equal(after, Workload.Parse(text).WithAnnotation("a", "9").Utf8.ToArray());
    }

    [Theory]
    [InlineData("""{"\ud800":1,"kind":"Game","spec":{"template":{"spec":{"containers":[{"image":"a"}]}}}}""")]
    [InlineData("""{"x":{"\udc00":"\ud800"},"apiVersion":"\ud800","kind":"Game","spec":{"template":{"spec":{"containers":[{"image":"a"}]}}}}""")]
    [InlineData("""{"kind":"Pod","kind":"Game","spec":{"template":{"spec":{"containers":[{"image":"a"}]}}}}""")]
    public void AddedKindBehindInvalidNames_IsKnown(string text)
    {
        var kinds = WorkloadKinds.Known.With(WorkloadKind.Create("Game", "spec.template"));
        Assert.Equal("a", Workload.Parse(text, kinds).Containers[0].Image);
    }

    [Fact]
    public void AddedKindBehindInvalidUtf8_IsKnown()
    {
        var kinds = WorkloadKinds.Known.With(WorkloadKind.Create("Game", "spec.template"));
        var text = Encoding.Latin1.GetBytes("{\"\u00ff\":1,\"kind\":\"Game\",\"apiVersion\":\"v1\"}");
        Assert.True(Workload.TryParse(ImageStreams.Collections.RawJson.Parse(text), kinds, out _));
    }
}
