using ImageStreams.Policies;

namespace ImageStreams.Tests.Policies;

public class TagGatekeeperTests
{
    private static DateTimeOffset Start => GateSamples.Start;

    private static TagGate.Maturity OneDay => new() { For = TimeSpan.FromDays(1) };

    [Fact]
    public async Task DecideAsync_NoGates_TakesTheBestTagAndWritesNothing()
    {
        var choice = await new TagGatekeeper([]).DecideAsync(GateSamples.Request(GateSamples.Tag(), "2.2", "2.1"), Start);

        Assert.Equal("2.2", Assert.IsType<GatedChoice.Move>(choice).Tag.Name);
        Assert.Equal(choice.Before, choice.State);
    }

    [Fact]
    public async Task DecideAsync_InvalidGates_StaysWithTheError()
    {
        var tag = GateSamples.Tag() with { Annotations = [new(TagGatesAnnotation.Name, "[{\"gate\":\"door\"}]")] };

        var choice = await new TagGatekeeper([]).DecideAsync(GateSamples.Request(tag, "2.1"), Start);

        var invalid = Assert.IsType<GateDecision.Invalid>(Assert.IsType<GatedChoice.Stay>(choice).Candidates[0].Decision);
        Assert.Equal("[0].gate", invalid.Error.Field);
        Assert.StartsWith("2.1 is not taken: The gates cannot be used: [0].gate:", choice.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecideAsync_AYoungTag_IsTakenWhenItHasBeenSeenLongEnough()
    {
        var keeper = new TagGatekeeper([]);
        var (first, tag) = await GateSamples.LookAsync(keeper, GateSamples.Tag(OneDay), Start, "2.1");
        var (second, _) = await GateSamples.LookAsync(keeper, tag, Start.AddHours(23), "2.1");
        var (third, moved) = await GateSamples.LookAsync(keeper, tag, Start.AddDays(1), "2.1");

        Assert.Equal(Start.AddDays(1), Assert.IsType<GatedChoice.Stay>(first).NextLook);
        Assert.Equal(second.Before, second.State);
        Assert.Equal("2.1", Assert.IsType<GatedChoice.Move>(third).Tag.Name);
        Assert.Equal("{\"moved\":\"2026-12-02T10:00:00Z\"}", moved.Annotations[TagGateStateAnnotation.Name]);
    }

    [Fact]
    public async Task DecideAsync_AnotherDigestUnderTheTag_BeginsAnew()
    {
        var keeper = new TagGatekeeper([]);
        var (_, tag) = await GateSamples.LookAsync(keeper, GateSamples.Tag(OneDay), Start, "2.1");
        var pushed = GateSamples.Request(tag) with { Candidates = [new() { Name = "2.1", Digest = GateSamples.DigestFor("again") }] };

        var choice = await keeper.DecideAsync(pushed, Start.AddDays(2));

        Assert.Equal(Start.AddDays(3), Assert.IsType<GatedChoice.Stay>(choice).NextLook);
        Assert.Equal(GateSamples.DigestFor("again"), Assert.Single(choice.State.Candidates).Digest);
    }

    [Fact]
    public async Task DecideAsync_ANewerTagThatIsTooYoung_IsPassedOver()
    {
        var keeper = new TagGatekeeper([]);
        var (_, tag) = await GateSamples.LookAsync(keeper, GateSamples.Tag(OneDay), Start, "2.1");
        var (choice, later) = await GateSamples.LookAsync(keeper, tag, Start.AddDays(1), "2.2", "2.1");
        var (next, _) = await GateSamples.LookAsync(keeper, later, Start.AddDays(2), "2.2");

        Assert.Equal("2.1", Assert.IsType<GatedChoice.Move>(choice).Tag.Name);
        Assert.Equal(
            "The gates let 2.1 pass. 2.2 is not taken: 2.2 has its image since 2026-12-02T10:00:00Z, and may be taken from 2026-12-03T10:00:00Z.",
            choice.Explanation);
        Assert.Equal("2.2", Assert.IsType<GatedChoice.Move>(next).Tag.Name);
    }

    [Fact]
    public async Task DecideAsync_AnUnreadableMemory_BeginsAnewAndSaysSo()
    {
        var tag = GateSamples.Tag(OneDay);
        tag = tag with { Annotations = tag.Annotations.Set(TagGateStateAnnotation.Name, "{\"moved\":\"yesterday\"}") };

        var choice = await new TagGatekeeper([]).DecideAsync(GateSamples.Request(tag, "2.1"), Start);

        Assert.Equal("moved", Assert.Single(choice.Problems).Field);
        Assert.Equal(Start.AddDays(1), choice.NextLook);
    }

    [Fact]
    public async Task DecideAsync_OneMoveInATime_WaitsAfterAMove()
    {
        var keeper = new TagGatekeeper([]);
        var tag = GateSamples.Tag(new TagGate.Interval { Every = TimeSpan.FromHours(6) });
        var (first, moved) = await GateSamples.LookAsync(keeper, tag, Start, "2.1");
        var (second, waiting) = await GateSamples.LookAsync(keeper, moved, Start.AddHours(1), "2.2");
        var (third, _) = await GateSamples.LookAsync(keeper, waiting, Start.AddHours(6), "2.2");

        Assert.IsType<GatedChoice.Move>(first);
        Assert.Equal(Start.AddHours(6), Assert.IsType<GatedChoice.Stay>(second).NextLook);
        Assert.IsType<GatedChoice.Move>(third);
    }

    [Fact]
    public async Task DecideAsync_ATagWithoutADigest_IsHeldAndKeepsItsRecord()
    {
        var keeper = new TagGatekeeper([]);
        var (first, tag) = await GateSamples.LookAsync(keeper, GateSamples.Tag(OneDay), Start, "2.1");
        var request = GateSamples.Request(tag) with { Candidates = [CandidateTag.Create("2.1")] };

        var choice = await keeper.DecideAsync(request, Start.AddDays(2));

        Assert.Equal("2.1 is not taken: The digest of 2.1 is not known.", choice.Explanation);
        Assert.Equal(first.State, choice.State);
    }
}
