using ImageStreams.Collections;
using ImageStreams.Policies;

namespace ImageStreams.Tests.Policies;

public class TagApprovalTests
{
    private static readonly TagGatekeeper Keeper = new([]);

    private static DateTimeOffset Start => GateSamples.Start;

    private static TagReference Gated => GateSamples.Tag(new TagGate.Approval { By = ["alice"], Expires = TimeSpan.FromDays(3) });

    private static TagApproval Alice => new() { Tag = "2.1", Digest = GateSamples.DigestFor("2.1"), By = "alice" };

    [Fact]
    public async Task DecideAsync_NoApproval_WaitsUntilTheRequestExpires()
    {
        var (first, tag) = await GateSamples.LookAsync(Keeper, Gated, Start, "2.1");
        var (last, _) = await GateSamples.LookAsync(Keeper, tag, Start.AddDays(3), "2.1");

        Assert.Equal(Start.AddDays(3), first.NextLook);
        Assert.IsType<GateDecision.Refused>(last.Candidates[0].Decision);
        Assert.Equal("2.1 is not taken: Nobody approved 2.1 in 3d.", last.Explanation);
    }

    [Fact]
    public async Task DecideAsync_TheNamedOneApprovedTheDigest_TakesIt() =>
        Assert.IsType<GatedChoice.Move>(await DecideAsync(Alice));

    [Fact]
    public async Task DecideAsync_AnApprovalOfSomethingElse_DoesNotCount()
    {
        Assert.IsType<GatedChoice.Stay>(await DecideAsync(Alice with { By = "mallory" }));
        Assert.IsType<GatedChoice.Stay>(await DecideAsync(Alice with { Tag = "2.0" }));
        Assert.IsType<GatedChoice.Stay>(await DecideAsync(Alice with { Digest = GateSamples.DigestFor("other") }));
        Assert.IsType<GatedChoice.Stay>(await DecideAsync(Alice with { Until = Start }));
    }

    [Fact]
    public async Task DecideAsync_ApprovedInTimeBehindAClosedWindow_StillCountsWhenItOpens()
    {
        var gates = new TagGateSet
        {
            Gates =
            [
                new TagGate.Approval { Expires = TimeSpan.FromHours(1) },
                new TagGate.Window { Open = [new GateOpening { Days = [DayOfWeek.Friday] }] },
            ],
        };
        var asked = TagApprovalsAnnotation.Write(TagGatesAnnotation.Write(new TagReference { Name = "prod" }, gates), [Alice]);
        var (first, tag) = await GateSamples.LookAsync(Keeper, asked, Start, "2.1");
        var friday = new DateTimeOffset(2026, 12, 4, 0, 0, 0, TimeSpan.Zero);
        var (withdrawn, _) = await GateSamples.LookAsync(Keeper, TagApprovalsAnnotation.Write(tag, []), friday, "2.1");
        var (second, _) = await GateSamples.LookAsync(Keeper, tag, friday, "2.1");

        Assert.Equal(friday, Assert.IsType<GatedChoice.Stay>(first).NextLook);
        Assert.IsType<GateDecision.Refused>(withdrawn.Candidates[0].Decision);
        Assert.IsType<GatedChoice.Move>(second);
    }

    [Fact]
    public async Task DecideAsync_ApprovedTooLate_IsRefusedUntilMoreTimeIsGiven()
    {
        var (_, tag) = await GateSamples.LookAsync(Keeper, Gated, Start, "2.1");
        var late = TagApprovalsAnnotation.Write(tag, [Alice]);
        var longer = TagGatesAnnotation.Write(late, new() { Gates = [new TagGate.Approval { Expires = TimeSpan.FromDays(30) }] });

        Assert.IsType<GatedChoice.Stay>((await GateSamples.LookAsync(Keeper, late, Start.AddDays(4), "2.1")).Choice);
        Assert.IsType<GatedChoice.Move>((await GateSamples.LookAsync(Keeper, longer, Start.AddDays(4), "2.1")).Choice);
    }

    [Fact]
    public void Format_Approvals_AreReadAgain()
    {
        ValueList<TagApproval> approvals = [Alice, Alice with { Until = Start }];
        var text = TagApprovalsAnnotation.Format(approvals);

        Assert.Contains("\"until\":\"2026-12-01T10:00:00Z\"", text, StringComparison.Ordinal);
        Assert.Equal(approvals, Assert.IsType<TagGateReading<ValueList<TagApproval>>.Found>(TagApprovalsAnnotation.Parse(text)).Value);
    }

    [Theory]
    [InlineData("[{}]", "[0].tag")]
    [InlineData("[{\"tag\":\"2.1\",\"digest\":\"sha256:1\",\"by\":\"a\"}]", "[0].digest")]
    [InlineData("{}", "")]
    public void Parse_AnError_NamesItsPlace(string text, string place) => Assert.Equal(
        place, Assert.IsType<TagGateReading<ValueList<TagApproval>>.Invalid>(TagApprovalsAnnotation.Parse(text)).Error.Field);

    private static async Task<GatedChoice> DecideAsync(TagApproval approval) =>
        (await GateSamples.LookAsync(Keeper, TagApprovalsAnnotation.Write(Gated, [approval]), Start, "2.1")).Choice;
}
