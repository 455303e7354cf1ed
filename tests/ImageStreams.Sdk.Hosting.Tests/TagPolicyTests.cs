using ImageStreams.Hosting;
using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Hosting;

/// <summary>Tags that follow their policies in a host.</summary>
public sealed class TagPolicyTests
{
    private const string Repository = "registry.example.com/shop/ruby";

    [Fact]
    public async Task NewTag_FitsThePolicy_IsTakenAndReported()
    {
        await using var rig = HostRig.Create(static streams =>
            streams.AddTagPolicyController(static options => options.Interval = TimeSpan.FromMinutes(5)));
        Push(rig, "3.2.0");
        await rig.Client.Streams.CreateAsync(Stream("3.2.0"));
        await using var reports = rig.Reports.ReadTagMovesAsync().GetAsyncEnumerator();
        await rig.Host.StartAsync();
        Assert.IsType<TagMoveReport.Stayed>(await NextAsync(rig, reports));

        var image = Push(rig, "3.3.0");
        Push(rig, "4.0.0");
        var moved = Assert.IsType<TagMoveReport.Moved>(await NextAsync(rig, reports));

        Assert.Equal(("3.2.0", "3.3.0", image), (moved.From, moved.To, moved.Image.ToString()));
        Assert.Equal(image, await rig.FindImageAsync("ruby", "1"));
        Assert.Equal(ControllerLoopState.Running, rig.Loops.All.Single(static loop => loop.Name == "policies").State);
    }

    [Fact]
    public async Task GatesOfTheCollection_AreAsked()
    {
        await using var rig = HostRig.Create(static streams =>
        {
            streams.Services.AddSingleton<IImageGate, ClosedGate>();
            streams.AddTagPolicyController();
        });
        Push(rig, "3.2.0");
        Push(rig, "3.3.0");
        var gated = Stream("3.2.0", KeyValuePair.Create(TagGatesAnnotation.Name, """[{"gate":"image","name":"closed"}]"""));
        await rig.Client.Streams.CreateAsync(gated);
        await using var reports = rig.Reports.ReadTagMovesAsync().GetAsyncEnumerator();

        await rig.Host.StartAsync();
        var held = Assert.IsType<TagMoveReport.Held>(await NextAsync(rig, reports));

        Assert.Contains(ClosedGate.Text, held.Explanation, StringComparison.Ordinal);
    }

    private static async Task<TagMoveReport> NextAsync(HostRig rig, IAsyncEnumerator<TagMoveReport> reports)
    {
        var next = reports.MoveNextAsync().AsTask();
        await rig.AdvanceUntilAsync(() => next.IsCompleted, TimeSpan.FromSeconds(10));
        Assert.True(await next);
        return reports.Current;
    }

    private static string Push(HostRig rig, string tag) =>
        rig.Parts.Registry.Push($"{Repository}:{tag}", SyntheticImage.Create(tag)).ToString();

    private static ImageStream Stream(string tag, params KeyValuePair<string, string>[] annotations) => new()
    {
        Metadata = new ObjectMeta { Namespace = Shop.Namespace, Name = "ruby" },
        Spec = new ImageStreamSpec
        {
            Tags =
            [
                new TagReference
                {
                    Name = "1",
                    From = ObjectReference.DockerImage($"{Repository}:{tag}"),
                    Annotations = [new(TagPolicyAnnotation.Name, """{"range":"^3"}"""), .. annotations],
                },
            ],
        },
    };
}
