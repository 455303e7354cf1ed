using FsCheck.Xunit;
using ImageStreams.Policies;

namespace ImageStreams.Tests.Policies;

/// <summary>Laws of every policy, over lists of tags that many rules can place.</summary>
[Properties(MaxTest = 500)]
public class TagPolicyLawTests
{
    private static readonly string[] Names =
    [
        "1.0.0", "v1.0.0", "1.0", "1.1.0", "1.1.0-rc.1", "1.1.1", "1.10.0", "2.0.0-alpha", "2.0.0", "2.1-alpine", "16", "7", "007",
        "-3", "2.50", "main", "latest", "main-1", "main-22", "main-3", "é", "", "10.0.0+b", "10.0.0+c",
    ];

    private static readonly TagPolicy[] Policies =
    [
        new(), new() { Range = ">=1.0.0-0 <2" }, new() { Pick = TagPolicyPick.Lowest }, new() { PreRelease = TagPolicyPreRelease.Include },
        new() { PreRelease = TagPolicyPreRelease.Same, Parts = 1 }, new() { Step = TagPolicyStep.Minor },
        new() { Order = TagPolicyOrder.Numeric }, new() { Order = TagPolicyOrder.Alphabetical, Include = ["^main"] },
        new() { Order = TagPolicyOrder.Numeric, Include = ["^main-(\\d+)$"], Extract = "$1" },
        new() { Order = TagPolicyOrder.Created }, new() { Order = TagPolicyOrder.Created, Pick = TagPolicyPick.Lowest },
    ];

    [Property(Replay = "2026,1101")]
    public void Choose_AnyList_TakesOnlyWhatThePatternsLeaveAndNamesEachOtherTagOnce(byte[] seeds)
    {
        foreach (var policy in Policies.Select(policy => policy with { Exclude = ["a"] }))
        {
            var tags = Tags(seeds);
            var choice = policy.Choose(tags, null, DateTimeOffset.UnixEpoch);
            var chosen = choice is TagChoice.Moved moved ? new[] { moved.Tag.Name } : [];

            Assert.DoesNotContain(chosen, name => name.Contains('a', StringComparison.Ordinal));
            Assert.Equal(
                tags.Select(tag => tag.Name).Distinct().Order(StringComparer.Ordinal),
                choice.Others.Select(other => other.Tag).Concat(chosen).Order(StringComparer.Ordinal));
        }
    }

    [Property(Replay = "2026,1103")]
    public void Choose_AnyOrderOfTheList_IsTheSame(byte[] seeds)
    {
        foreach (var policy in Policies)
        {
            var tags = Tags(seeds);
            Assert.Equal(Name(policy.Choose(tags, null, default)), Name(policy.Choose([.. tags.Reverse(), .. tags], null, default)));
        }
    }

    [Property(Replay = "2026,1105")]
    public void Choose_WithoutATagThatWasPassedOver_IsTheSame(byte[] seeds)
    {
        foreach (var policy in Policies)
        {
            var tags = Tags(seeds);
            var choice = policy.Choose(tags, null, default);
            Assert.All(choice.Others.Take(8), other => Assert.Equal(
                Name(choice), Name(policy.Choose([.. tags.Where(tag => tag.Name != other.Tag)], null, default))));
        }
    }

    [Property(Replay = "2026,1107")]
    public void Choose_AnySequenceOfLists_NeverGoesDown(byte[] seeds)
    {
        foreach (var policy in Policies)
        {
            CandidateTag? followed = null;
            foreach (var list in seeds.Chunk(3))
            {
                var choice = policy.Choose(Tags(list), followed, default);
                if (choice is TagChoice.Moved moved && followed is not null)
                {
                    var both = policy.Rank([followed, moved.Tag], null, default);
                    Assert.True(both.Count < 2 || both[0] == moved.Tag || IsTie(policy, both), $"{policy}: {moved}");
                }

                followed = choice is TagChoice.Moved next ? next.Tag : followed;
            }
        }
    }

    [Property(Replay = "2026,1109")]
    public void Choose_AgainAfterTheChoice_IsUnchanged(byte[] seeds)
    {
        foreach (var policy in Policies)
        {
            var tags = Tags(seeds);
            if (policy.Choose(tags, null, default) is TagChoice.Moved moved && policy.PreRelease != TagPolicyPreRelease.Same)
            {
                Assert.IsType<TagChoice.Unchanged>(policy.Choose(tags, moved.Tag, default));
            }
        }
    }

    [Property(Replay = "2026,1111")]
    public void Rank_AnyList_BeginsWithTheChoice(byte[] seeds)
    {
        foreach (var policy in Policies)
        {
            var tags = Tags(seeds);
            Assert.Equal(Name(policy.Choose(tags, null, default)), policy.Rank(tags, null, default) is [var best, ..] ? best.Name : null);
        }
    }

    /// <summary>The tags of some bytes: a name, and with most of them the time that goes with the name.</summary>
    private static CandidateTag[] Tags(byte[] seeds) => [.. seeds.Select(seed => new CandidateTag
    {
        Name = Names[seed % Names.Length],
        Created = seed % Names.Length % 5 == 0
            ? null
            : ImageCreationTime.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddDays(seed % Names.Length * 7 % 11)),
    })];

    private static string? Name(TagChoice choice) => (choice as TagChoice.Moved)?.Tag.Name;

    private static bool IsTie(TagPolicy policy, IReadOnlyList<CandidateTag> both) =>
        policy.Choose(both, null, default).Others is [{ Reason: TagRejection.SameValue }];
}
