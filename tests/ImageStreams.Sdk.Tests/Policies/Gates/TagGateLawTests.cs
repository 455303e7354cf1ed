using FsCheck.Xunit;
using ImageStreams.Collections;
using ImageStreams.Policies;

namespace ImageStreams.Tests.Policies;

/// <summary>Laws of gates, over sets of gates and times that random bytes choose.</summary>
[Properties(MaxTest = 200)]
public class TagGateLawTests
{
    private static readonly TagGate[] Gates =
    [
        new TagGate.Maturity { For = TimeSpan.FromHours(30) },
        new TagGate.Maturity { For = TimeSpan.FromMinutes(7) },
        new TagGate.Interval { Every = TimeSpan.FromHours(6) },
        new TagGate.Window { TimeZone = "Europe/Berlin", Open = [new() { From = TimeSpan.FromHours(2), To = TimeSpan.FromHours(3) }] },
        new TagGate.Window { TimeZone = "America/New_York", Freezes = [new() { From = new(2026, 10, 25), To = new(2026, 11, 1) }] },
        new TagGate.Window { Open = [new() { Days = [DayOfWeek.Sunday, DayOfWeek.Monday], From = TimeSpan.FromHours(23), To = TimeSpan.FromHours(4) }] },
        new TagGate.Approval { By = ["alice"], Expires = TimeSpan.FromDays(2) },
        new TagGate.Approval(),
    ];

    // The week in which Europe and America change their clocks.
    private static DateTimeOffset Start => new(2026, 10, 24, 0, 0, 0, TimeSpan.Zero);

    [Property(Replay = "2026,2201")]
    public void Decide_WithAMaturityMore_IsNeverOpenEarlier(byte[] seeds)
    {
        var (set, question, now) = Sample(seeds);
        var more = new TagGateSet { Gates = set.Gates.Insert(set.Gates.Count / 2, new TagGate.Maturity { For = TimeSpan.FromHours(9) }) };

        Assert.True(more.Decide(question, now) is not GateDecision.Open || set.Decide(question, now) is GateDecision.Open);
        var ripe = question with { Record = (question.Record ?? Record(now)) with { SeenAt = now.AddYears(-1), ApprovedAt = Start } };
        Assert.Equal(set.Decide(ripe, now).GetType(), more.Decide(ripe, now).GetType());
    }

    [Property(Replay = "2026,2203")]
    public void Decide_AnyOrderOfPureGates_IsTheSame(byte[] seeds)
    {
        var (set, question, now) = Sample(seeds);
        var turned = new TagGateSet { Gates = set.Gates.Reverse().ToValueList() };

        Assert.Equal(set.Decide(question, now).GetType(), turned.Decide(question, now).GetType());
        Assert.Equal(set.Decide(question, now).NextLook, turned.Decide(question, now).NextLook);
    }

    [Property(Replay = "2026,2205")]
    public void Decide_AtTheTimeThatWasNamed_AnswersAnotherResult(byte[] seeds)
    {
        var (set, question, now) = Sample(seeds);
        question = question with { Record = question.Record ?? Record(now) };
        for (var i = 0; i < 40 && set.Decide(question, now) is { NextLook: { } next } decision; i++)
        {
            Assert.True(next > now);
            var later = set.Decide(question, next);
            Assert.NotEqual(decision.Results, later.Results);
            Assert.All(
                decision.Results.Zip(set.Decide(question, next.AddTicks(-1)).Results),
                pair => Assert.True(pair.First.Standing != TagGateStanding.Held || pair.Second.Standing == TagGateStanding.Held));
            now = next;
        }
    }

    [Property(Replay = "2026,2207")]
    public void DecideAsync_AnySequenceOfListsAndTimes_NeverGoesDown(byte[] seeds)
    {
        var (policy, keeper) = (new TagPolicy { Range = "*" }, new TagGatekeeper([]));
        var tag = TagGatesAnnotation.Write(new TagReference { Name = "prod" }, Sample(seeds).Set);
        var (followed, now) = (0, Start);
        foreach (var list in seeds.Chunk(4))
        {
            now = now.AddHours(list[0]);
            CandidateTag[] tags = [.. list.Select(seed => GateSamples.Candidate($"1.{seed % 50}.0"))];
            var current = $"1.{followed}.0";
            var better = policy.Rank(tags, CandidateTag.Create(current), now).TakeWhile(one => one.Name != current);
            var choice = keeper.DecideAsync(GateSamples.Request(tag) with { Candidates = [.. better] }, now).GetAwaiter().GetResult();
            tag = TagGateStateAnnotation.Write(tag, choice.State);
            var chosen = choice is GatedChoice.Move { Tag.Name: var name } ? int.Parse(name.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture) : followed;

            Assert.True(chosen >= followed);
            Assert.Empty(choice.Problems);
            followed = chosen;
        }
    }

    private static (TagGateSet Set, TagGateQuestion Question, DateTimeOffset Now) Sample(byte[] seeds)
    {
        var gates = seeds.Take(4).Select(seed => Gates[seed % Gates.Length]).Distinct().ToValueList();
        var sum = seeds.Sum(seed => seed);
        var now = Start.AddMinutes(sum % 20_000).AddSeconds(seeds.Length);
        var question = GateSamples.Question with
        {
            Record = seeds.Length % 3 == 0 ? null : Record(now.AddMinutes(-sum % 5_000)),
            MovedAt = seeds.Length % 2 == 0 ? null : Start.AddMinutes(sum % 777),
            Approvals = sum % 5 == 0 ? [new() { Tag = "2.1", Digest = GateSamples.DigestFor("2.1"), By = "alice" }] : [],
        };
        return (new TagGateSet { Gates = gates }, question, now);
    }

    private static TagGateCandidate Record(DateTimeOffset seen) =>
        new() { Tag = "2.1", Digest = GateSamples.DigestFor("2.1"), SeenAt = seen };
}
