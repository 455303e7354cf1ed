using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Workloads;

public class WorkloadImagesTests
{
    private const string Pod = """
        { "kind":"Pod", "metadata":{ "annotations":{"before":"1"} },
          "spec":{ "containers":[ {"name":"a", "image" : "x"}, {}, {"name":"c" }, {"image":null,"name":"d"} ],
                   "initContainers":[ {"image":"x","name":"i"} ], "hostname":"h" } }
        """;

    [Fact]
    public void WithImages_OneImage_ChangesNothingElse()
    {
        var changed = Workload.Parse(Pod).WithImages(container => container.Name == "a" ? "ruby:3" : null);

        Assert.Equal(Pod.Replace("\"image\" : \"x\"", "\"image\" : \"ruby:3\"", StringComparison.Ordinal), changed.ToJson());
        Assert.Equal("ruby:3", changed.Containers[1].Image);
    }

    [Fact]
    public void WithImages_ContainersWithoutImage_GetTheField()
    {
        var changed = Workload.Parse(Pod).WithImages(container => container.Image is null ? "n" : null);

        Assert.Contains(
            """{"name":"a", "image" : "x"}, {"image":"n"}, {"name":"c","image":"n" }, {"image":"n","name":"d"}""",
            changed.ToJson(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void WithImages_NoOtherImage_IsTheSameObject()
    {
        var pod = Workload.Parse(Pod);

        Assert.Same(pod, pod.WithImages(container => container.Image));
        Assert.Same(pod, pod.WithImages(_ => null));
    }

    [Fact]
    public void WithImages_ImageGivenTwice_ChangesTheOneThatCounts()
    {
        var pod = Workload.Parse("""{"kind":"Pod","spec":{"containers":[{"image":"a","image":"b","image":null}]}}""");
        Assert.Equal(
            """{"kind":"Pod","spec":{"containers":[{"image":"a","image":"b","image":"c"}]}}""",
            pod.WithImages(_ => "c").ToJson());
    }

    [Fact]
    public void WithImages_UnpairedSurrogate_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Workload.Parse(Pod).WithImages(_ => "\ud800"));

    [Property(MaxTest = 200, Replay = "27,19")]
    public void WithImages_AnyImagesRepeatedly_EqualsTheParsedText(NonNull<string>[] images)
    {
        var pod = Workload.Parse(Pod);
        foreach (var (image, i) in images.Select((image, i) => (Valid(image.Get), i)))
        {
            pod = pod.WithImages(container => (container.Index + i) % 2 == 0 ? image : null);
            AssertSameAsReadAgain(pod);
        }
    }

    /// <summary>The changed object equals one that is read from its text.</summary>
    private static void AssertSameAsReadAgain(Workload pod)
    {
        var again = Workload.Parse(pod.ToJson());

        Assert.Equal(again.Containers, pod.Containers);
        Assert.Equal(again.Annotations, pod.Annotations);
        Assert.Equal(again.WithImages(_ => "z").ToJson(), pod.WithImages(_ => "z").ToJson());
        Assert.Equal("h", JsonDocument.Parse(pod.ToJson()).RootElement.GetProperty("spec").GetProperty("hostname").GetString());
    }

    private static string Valid(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}
