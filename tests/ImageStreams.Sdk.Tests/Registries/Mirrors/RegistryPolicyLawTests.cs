using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ImageStreams.Registries;
using static ImageStreams.Tests.Registries.PullSources;

namespace ImageStreams.Tests.Registries;

/// <summary>Laws of all rules and all repositories, checked against a naive implementation of the rules.</summary>
public sealed class RegistryPolicyLawTests
{
    private static readonly string[] Scopes =
    [
        "a.example", "a.example/x", "a.example/x/y", "a.example/xy", "b.example", "b.example/x", "*.example",
        "*.b.example", "c.b.example", "c.b.example:5000", "a.example:5000/x",
    ];

    private static readonly string[] Repositories =
        ["a.example/x", "a.example/x/y", "a.example/x/y/z", "a.example/xy/z", "b.example/x/y", "c.b.example:5000/x", "c.b.example/y", "d.example/x"];

    [Property(Arbitrary = [typeof(RegistryPolicyLawTests)], Replay = "3,5", MaxTest = 500)]
    public void GetPullSources_Mirrors_AreThoseOfTheLongestSource(RegistryRules rules, RegistryRepository repository)
    {
        var longest = rules.Mirrors.Where(rule => rule.HasEffect() && rule.Source.Contains(repository))
            .Select(rule => rule.Source).MaxBy(Length);

        var allowed = rules.Mirrors.Where(rule => rule.Source == longest)
            .SelectMany(rule => rule.Mirrors).Select(mirror => mirror.Location).ToHashSet();
        Assert.All(
            new RegistryPolicy(rules).GetPullSources(repository, "1").Eligible.Where(pullSource => pullSource.IsMirror),
            pullSource => Assert.Contains(allowed, location => location.Contains(pullSource.Repository)));
    }

    [Property(Arbitrary = [typeof(RegistryPolicyLawTests)], Replay = "7,11", MaxTest = 500)]
    public void GetPullSources_BlockedPullSource_IsNeverContacted(RegistryRules rules, RegistryRepository repository)
    {
        Assert.All(
            Plans(rules, repository).SelectMany(pullSources => pullSources.Eligible),
            pullSource => Assert.DoesNotContain(rules.Blocked, scope => scope.Contains(pullSource.Repository)));
    }

    [Property(Arbitrary = [typeof(RegistryPolicyLawTests)], Replay = "13,17", MaxTest = 500)]
    public void GetPullSources_NeverContactSource_SourceIsNeverContacted(RegistryRules rules, RegistryRepository repository)
    {
        var longest = rules.Mirrors.Where(rule => rule.HasEffect() && rule.Source.Contains(repository))
            .Select(rule => rule.Source).MaxBy(Length);
        var forbidden = rules.Mirrors.Any(rule => rule.HasEffect() && rule.Source == longest && rule.NeverContactSource);

        var requested = Plans(rules, repository).SelectMany(pullSources => pullSources.Contacted());

        Assert.False(forbidden && requested.Contains(repository.ToString()));
    }

    [Property(Arbitrary = [typeof(RegistryPolicyLawTests)], Replay = "19,23", MaxTest = 500)]
    public void GetPullSources_OneRuleForASource_KeepsItsOrder(RegistryRules rules, RegistryRepository repository)
    {
        var single = rules with { Mirrors = [.. rules.Mirrors.DistinctBy(rule => rule.Source)] };
        var longest = single.Mirrors.Where(rule => rule.HasEffect() && rule.Source.Contains(repository)).MaxBy(rule => Length(rule.Source));

        var requested = new RegistryPolicy(single).GetPullSources(repository, "1").Eligible.Where(pullSource => pullSource.IsMirror).Select(pullSource => Position(longest!, pullSource));

        Assert.Equal(requested.Order(), requested);
    }

    [Property(Arbitrary = [typeof(RegistryPolicyLawTests)], Replay = "29,31", MaxTest = 500)]
    public void GetPullSources_EverySource_IsExplainedAndListedOnce(RegistryRules rules, RegistryRepository repository) => Assert.All(
        Plans(rules, repository),
        pullSources =>
        {
            Assert.All(pullSources.Sources, pullSource => Assert.NotEmpty(pullSource.Explanation));
            Assert.Equal(pullSources.Sources.Count, pullSources.Sources.Select(pullSource => pullSource.Repository.ToString()).Distinct().Count());
        });

    public static Arbitrary<RegistryRepository> ARepository() => Gen.Elements(Repositories).Select(text => Repository(text)).ToArbitrary();

    public static Arbitrary<RegistryRules> SomeRules()
    {
        var mirrors = Gen.Elements(Scopes.Where(scope => scope[0] != '*').ToArray());
        var rule =
            from source in Gen.Elements(Scopes)
            from use in Gen.Elements(Enum.GetValues<MirrorUse>())
            from never in Gen.Elements(true, false, false)
            from places in mirrors.ListOf()
            select Rule(source, [.. places]) with { Use = use, NeverContactSource = never };
        return (
            from rules in rule.ListOf()
            from blocked in Gen.Frequency((2, Gen.Constant<string[]>([])), (1, Gen.Elements(Scopes).Select(scope => new[] { scope })))
            select new RegistryRules { Mirrors = [.. rules], Blocked = [.. blocked.Select(scope => RegistryScope.Parse(scope))] }).ToArbitrary();
    }

    private static IEnumerable<PullSourceList> Plans(RegistryRules rules, RegistryRepository repository)
    {
        var policy = new RegistryPolicy(rules);
        return [policy.GetPullSources(repository, "1"), policy.GetPullSources(repository, Digest), policy.GetTagListPullSources(repository)];
    }

    /// <summary>The length; of two that are as long, the one that names the host comes first.</summary>
    private static int Length(RegistryScope scope) => (2 * scope.ToString().Length) + (scope.IsWildcard ? 0 : 1);

    private static int Position(MirrorRule rule, PullSource pullSource) =>
        rule.Mirrors.Select(mirror => mirror.Location).ToList().FindIndex(location => location.Contains(pullSource.Repository) && IsRewritten(rule, location, pullSource));

    private static bool IsRewritten(MirrorRule rule, RegistryScope location, PullSource pullSource) =>
        pullSource.Explanation.EndsWith($"to {location}", StringComparison.Ordinal) && pullSource.Explanation.Contains(rule.Source.ToString(), StringComparison.Ordinal);
}
