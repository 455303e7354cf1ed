using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Testing;

public sealed class WorldPolicyTests
{
    private const string Base = "registry.example.com/python";

    [Fact]
    public async Task AChannel_MovesToANewTag_AfterItsHour_AndItIsBuiltAndRolledOut()
    {
        using var world = await OpenAsync();
        var first = world.Log.Count;

        await world.PushAsync($"{Base}:2.1", SyntheticImage.Create("python 2.1"));
        await world.PushAsync($"{Base}:3.0", SyntheticImage.Create("python 3.0"));
        await world.AdvanceAsync(TimeSpan.FromMinutes(65));

        Assert.DoesNotContain(world.Log.Skip(first), entry => entry is WorldEvent.PolicyReported { Report: TagMoveReport.Moved });
        await world.AdvanceAsync(TimeSpan.FromMinutes(20));

        var told = world.Log.Skip(first).OfType<WorldEvent.PolicyReported>().Select(entry => entry.Kind);
        Assert.Equal(["policy held", "policy moved"], told);
        var stream = await world.Client.Streams.GetAsync(ShopWorld.Namespace, "python");
        Assert.Equal($"{Base}:2.1", stream.Spec.Tags.Find("2")!.From!.Name);
        Assert.Single(world.Log.Skip(first).OfType<WorldEvent.BuildCompleted>());
        Assert.Single(world.Log.Skip(first).OfType<WorldEvent.RolledOut>());
    }

    [Fact]
    public async Task TheSameSteps_GiveTheSameLog()
    {
        using var one = await OpenAsync();
        using var other = await OpenAsync();
        foreach (var world in new[] { one, other })
        {
            await world.PushAsync($"{Base}:2.1", SyntheticImage.Create("python 2.1"));
            await world.AdvanceAsync(TimeSpan.FromHours(2));
        }

        Assert.Equal(one.Log.ToString(), other.Log.ToString());
    }

    private static async Task<ImageStreamWorld> OpenAsync()
    {
        var world = new ImageStreamWorld();
        await world.PushAsync($"{Base}:2.0", SyntheticImage.Create("python 2.0"));
        var tag = TagPolicyAnnotation.Write(
            new TagReference { Name = "2", From = ObjectReference.DockerImage($"{Base}:2.0") }, new TagPolicy { Range = "2.x" });
        tag = tag with { Annotations = tag.Annotations.Set(TagGatesAnnotation.Name, "[{\"gate\":\"maturity\",\"for\":\"1h\"}]") };
        await world.ApplyAsync(ShopWorld.Stream("python", tag));
        await world.ApplyAsync(ShopWorld.Myapp);
        await world.ApplyAsync(ShopWorld.MyappBuild("python:2"));
        await world.ApplyAsync(ShopWorld.WebDeployment());
        await world.AdvanceAsync(TimeSpan.FromMinutes(5));
        return world;
    }
}
