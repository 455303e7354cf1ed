using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ImageStreams.Registries;
using static ImageStreams.Tests.Registries.Places;

namespace ImageStreams.Tests.Registries;

/// <summary>What holds for all rules and all repositories, checked against the plainest reading of the rules.</summary>
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
    public void Plan_Mirrors_AreThoseOfTheLongestSource(RegistryRules rules, RegistryRepository repository)
    {
        var longest = rules.Mirrors.Where(rule => rule.HasEffect() && rule.Source.Contains(repository))
            .Select(rule => rule.Source).MaxBy(Length);

        var allowed = rules.Mirrors.Where(rule => rule.Source == longest)
            .SelectMany(rule => rule.Mirrors).Select(mirror => mirror.Location).ToHashSet();
        Assert.All(
            new RegistryPolicy(rules).Plan(repository, "1").ToAsk.Where(place => place.IsMirror),
            place => Assert.Contains(allowed, location => location.Contains(place.Repository)));
    }

    [Property(Arbitrary = [typeof(RegistryPolicyLawTests)], Replay = "7,11", MaxTest = 500)]
    public void Plan_BlockedPlace_IsNeverAsked(RegistryRules rules, RegistryRepository repository)
    {
        Assert.All(
            Plans(rules, repository).SelectMany(plan => plan.ToAsk),
            place => Assert.DoesNotContain(rules.Blocked, scope => scope.Contains(place.Repository)));
    }

    [Property(Arbitrary = [typeof(RegistryPolicyLawTests)], Replay = "13,17", MaxTest = 500)]
    public void Plan_NeverContactSource_SourceIsNeverAsked(RegistryRules rules, RegistryRepository repository)
    {
        var longest = rules.Mirrors.Where(rule => rule.HasEffect() && rule.Source.Contains(repository))
            .Select(rule => rule.Source).MaxBy(Length);
        var forbidden = rules.Mirrors.Any(rule => rule.HasEffect() && rule.Source == longest && rule.NeverContactSource);

        var asked = Plans(rules, repository).SelectMany(plan => plan.Asked());

        Assert.False(forbidden && asked.Contains(repository.ToString()));
    }

    [Property(Arbitrary = [typeof(RegistryPolicyLawTests)], Replay = "19,23", MaxTest = 500)]
    public void Plan_OneRuleForASource_KeepsItsOrder(RegistryRules rules, RegistryRepository repository)
    {
        var single = rules with { Mirrors = [.. rules.Mirrors.DistinctBy(rule => rule.Source)] };
        var longest = single.Mirrors.Where(rule => rule.HasEffect() && rule.Source.Contains(repository)).MaxBy(rule => Length(rule.Source));

        var asked = new RegistryPolicy(single).Plan(repository, "1").ToAsk.Where(place => place.IsMirror).Select(place => Position(longest!, place));

        Assert.Equal(asked.Order(), asked);
    }

    [Property(Arbitrary = [typeof(RegistryPolicyLawTests)], Replay = "29,31", MaxTest = 500)]
    public void Plan_EveryPlace_SaysWhyAndIsThereOnce(RegistryRules rules, RegistryRepository repository) => Assert.All(
        Plans(rules, repository),
        plan =>
        {
            Assert.All(plan.Places, place => Assert.NotEmpty(place.Why));
            Assert.Equal(plan.Places.Count, plan.Places.Select(place => place.Repository.ToString()).Distinct().Count());
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

    private static IEnumerable<RegistryPlan> Plans(RegistryRules rules, RegistryRepository repository)
    {
        var policy = new RegistryPolicy(rules);
        return [policy.Plan(repository, "1"), policy.Plan(repository, Digest), policy.PlanForList(repository)];
    }

    /// <summary>The length; of two that are as long, the one that names the host comes first.</summary>
    private static int Length(RegistryScope scope) => (2 * scope.ToString().Length) + (scope.IsWildcard ? 0 : 1);

    private static int Position(MirrorRule rule, RegistryPlace place) =>
        rule.Mirrors.Select(mirror => mirror.Location).ToList().FindIndex(location => location.Contains(place.Repository) && IsRewritten(rule, location, place));

    private static bool IsRewritten(MirrorRule rule, RegistryScope location, RegistryPlace place) =>
        place.Why.EndsWith($"to {location}", StringComparison.Ordinal) && place.Why.Contains(rule.Source.ToString(), StringComparison.Ordinal);
}
