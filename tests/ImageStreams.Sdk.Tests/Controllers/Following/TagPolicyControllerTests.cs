using System.Net;
using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Controllers;

public sealed class TagPolicyControllerTests : IDisposable
{
    private readonly PolicyBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task ABetterTag_IsTaken_InOneWrite_WithItsReason()
    {
        _bench.Push("2.0.0", "2.1.0", "3.0.0");
        var before = await _bench.CreateAsync("{\"range\":\"^2\"}");

        var moved = Assert.IsType<TagMoveReport.Moved>(await _bench.RunAsync());

        var stream = await _bench.GetAsync();
        var tag = stream.Spec.Tags.Find("prod")!;
        Assert.Equal("TagMoved", moved.Reason);
        Assert.Equal($"{PolicyBench.App}:2.1.0", tag.From!.Name);
        Assert.Equal(moved.Image.ToString(), stream.Status.Tags.Find("prod")!.Latest!.Image);
        Assert.Equal("{\"range\":\"^2\"}", tag.Annotations[TagPolicyAnnotation.Name]);
        Assert.Equal(before.Metadata.Generation + 1, stream.Metadata.Generation);
        var record = TagMovesAnnotation.Read(stream)["prod"];
        Assert.Equal(("2.1.0", "2.0.0"), (record.Tag, record.From));
        Assert.Equal("The rule moves from 2.0.0 to 2.1.0.", record.Reason);
    }

    [Fact]
    public async Task TheMove_IsOneWriteOfTheStream()
    {
        _bench.Push("2.0.0", "2.1.0");
        var before = await _bench.CreateAsync("{}");

        await _bench.RunAsync();

        var after = await _bench.GetAsync();
        var image = await _bench.Engine.Client.Images.GetAsync(after.Status.Tags.Find("prod")!.Latest!.Image);
        Assert.Equal(
            long.Parse(before.Metadata.ResourceVersion!, System.Globalization.CultureInfo.InvariantCulture) + 2,
            long.Parse(after.Metadata.ResourceVersion!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotNull(image);
    }

    [Fact]
    public async Task NothingBetter_Stays_AndIsListedAgainAfterTheInterval()
    {
        _bench.Push("2.0.0");
        await _bench.CreateAsync("{}");

        Assert.IsType<TagMoveReport.Stayed>(await _bench.RunAsync());
        Assert.Empty(await _bench.Controller.RunDueAsync());
        Assert.Equal(_bench.Engine.Time.GetUtcNow() + TagPolicyOptions.DefaultInterval, _bench.Controller.NextDue);
        _bench.Push("2.0.1");
        Assert.IsType<TagMoveReport.Moved>(await _bench.RunAfterAsync(TagPolicyOptions.DefaultInterval));
    }

    [Fact]
    public async Task ABadPolicy_IsReported_AndTheOldChoiceStays()
    {
        _bench.Push("2.0.0", "2.1.0");
        await _bench.CreateAsync("{\"rnage\":\"^2\"}");

        var invalid = Assert.IsType<TagMoveReport.Invalid>(await _bench.RunAsync());

        Assert.Equal(TagPolicyFailure.UnknownField, invalid.Error.Failure);
        Assert.Equal($"{PolicyBench.App}:2.0.0", (await _bench.GetAsync()).Spec.Tags.Find("prod")!.From!.Name);
    }

    [Fact]
    public async Task ARegistryThatFails_MovesNothing_AndItsWaitCounts()
    {
        _bench.Push("2.0.0", "2.1.0");
        await _bench.CreateAsync("{}");
        _bench.Engine.Registry.FailNext(
            new RegistryFault.Status { Code = HttpStatusCode.TooManyRequests, RetryAfter = "600" });

        var failed = Assert.IsType<TagMoveReport.Failed>(await _bench.RunAsync());

        Assert.Equal(TimeSpan.FromMinutes(10), failed.RetryAfter);
        Assert.Equal(_bench.Engine.Time.GetUtcNow() + TimeSpan.FromMinutes(10), _bench.Controller.NextDue);
        Assert.IsType<TagMoveReport.Moved>(await _bench.RunAfterAsync(TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public async Task Failures_InARow_WaitLonger()
    {
        _bench.Push("2.0.0");
        await _bench.CreateAsync("{}");
        using var fault = _bench.Engine.Registry.FailUntilDisposed(
            new RegistryFault.Status { Code = HttpStatusCode.InternalServerError });

        await _bench.RunAsync();
        Assert.Equal(_bench.Engine.Time.GetUtcNow() + TimeSpan.FromMinutes(1), _bench.Controller.NextDue);
        await _bench.RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(_bench.Engine.Time.GetUtcNow() + TimeSpan.FromMinutes(2), _bench.Controller.NextDue);
    }

    [Fact]
    public async Task AChangeByHand_InBetween_Wins()
    {
        _bench.Push("1.0.0", "2.0.0", "2.1.0");
        var stream = await _bench.CreateAsync("{}");
        var tag = stream.Spec.Tags.Find("prod")! with { From = ObjectReference.DockerImage($"{PolicyBench.App}:1.0.0") };
        await _bench.Engine.Client.Streams.UpdateAsync(stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(tag) } });

        Assert.IsType<TagMoveReport.Superseded>(await _bench.RunAsync());

        Assert.Equal($"{PolicyBench.App}:1.0.0", (await _bench.GetAsync()).Spec.Tags.Find("prod")!.From!.Name);
    }

    [Fact]
    public async Task ATag_WithTheSameImage_IsFollowedToo()
    {
        _bench.Engine.Registry.Push($"{PolicyBench.App}:2.0.0", SyntheticImage.Create("same"));
        _bench.Engine.Registry.Push($"{PolicyBench.App}:2.1.0", SyntheticImage.Create("same"));
        await _bench.CreateAsync("{}");

        Assert.IsType<TagMoveReport.Moved>(await _bench.RunAsync());

        var stream = await _bench.GetAsync();
        Assert.Equal($"{PolicyBench.App}:2.1.0", stream.Spec.Tags.Find("prod")!.From!.Name);
        Assert.Equal("2.1.0", TagMovesAnnotation.Read(stream)["prod"].Tag);
    }

    [Fact]
    public async Task AGate_HoldsTheTag_AndOpensByItself()
    {
        _bench.Push("2.0.0", "2.1.0");
        await _bench.CreateAsync("{}", gates: "[{\"gate\":\"maturity\",\"for\":\"1h\"}]");

        var held = Assert.IsType<TagMoveReport.Held>(await _bench.RunAsync());
        Assert.Equal(_bench.Engine.Time.GetUtcNow() + TimeSpan.FromHours(1), held.NextLook);
        _bench.Controller.Observe(await _bench.GetAsync());
        for (var quarter = 0; quarter < 3; quarter++)
        {
            Assert.IsType<TagMoveReport.Held>(await _bench.RunAfterAsync(TagPolicyOptions.DefaultInterval));
        }

        Assert.IsType<TagMoveReport.Moved>(await _bench.RunAfterAsync(TagPolicyOptions.DefaultInterval));
        Assert.True((await _bench.GetAsync()).Spec.Tags.Find("prod")!.Annotations.ContainsKey(TagGateStateAnnotation.Name));
    }
}
