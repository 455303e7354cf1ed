using ImageStreams.Registries;
using ImageStreams.Validation;
using static ImageStreams.Tests.Registries.Places;
using Transport = ImageStreams.Registries.RegistryTransport;

namespace ImageStreams.Tests.Registries;

public sealed class RegistryPolicyTests
{
    [Fact]
    public void Plan_NoRules_AsksTheSource() =>
        Assert.Equal(["quay.io/team/app"], new RegistryPolicy(RegistryRules.None).Plan(Repository("quay.io/team/app"), "1").Asked());

    [Fact]
    public void Plan_Mirrors_ComeInOrderBeforeTheSource()
    {
        var plan = Policy(Rule("quay.io/team", "m.example/b", "m.example/a")).Plan(Repository("quay.io/team/app"), "1");

        Assert.Equal(["m.example/b/app", "m.example/a/app", "quay.io/team/app"], plan.Asked());
        Assert.Equal([true, true, false], plan.ToAsk.Select(place => place.IsMirror));
    }

    [Theory]
    [InlineData("quay.io/team/app", "repository.example/x")]
    [InlineData("quay.io/team/other", "namespace.example/other")]
    [InlineData("quay.io/else/app", "host.example/else/app")]
    [InlineData("a.quay.io/team/app", "wild.example/team/app")]
    public void Plan_SeveralSources_LongestCounts(string repository, string first)
    {
        var policy = Policy(
            Rule("quay.io", "host.example"), Rule("*.quay.io", "wild.example"),
            Rule("quay.io/team/app", "repository.example/x"), Rule("quay.io/team", "namespace.example"));

        Assert.Equal([first, repository], policy.Plan(Repository(repository), "1").Asked());
    }

    [Fact]
    public void Plan_SeveralRulesOfOneSource_AreMergedInAnOrderThatSuitsAll()
    {
        var policy = Policy(Rule("quay.io", "b.example", "c.example"), Rule("quay.io", "a.example", "b.example"));

        Assert.Equal(
            ["a.example/app", "b.example/app", "c.example/app", "quay.io/app"], policy.Plan(Repository("quay.io/app"), "1").Asked());
    }

    [Fact]
    public void Plan_RulesContradictEachOther_NamesDecideAndTheSourceStaysLast()
    {
        var policy = Policy(Rule("*.example.com", "b.example", "a.example"), Rule("*.example.com", "a.example", "b.example"));

        Assert.Equal(
            ["a.example/app", "b.example/app", "x.example.com/app"], policy.Plan(Repository("x.example.com/app"), "1").Asked());
    }

    [Fact]
    public void Plan_SourceAmongItsMirrors_IsAskedWhereItStands()
    {
        var plan = Policy(Rule("quay.io", "a.example", "quay.io", "b.example")).Plan(Repository("quay.io/app"), "1");

        Assert.Equal(["a.example/app", "quay.io/app", "b.example/app"], plan.Asked());
        Assert.Equal([true, false, true], plan.ToAsk.Select(place => place.IsMirror));
    }

    [Fact]
    public void Plan_MirrorsByKind_ServeTheirKindOnly()
    {
        var policy = Policy(
            Rule("quay.io", "digests.example") with { Use = MirrorUse.Digests },
            Rule("quay.io", "tags.example") with { Use = MirrorUse.Tags });

        var byTag = policy.Plan(Repository("quay.io/app"), "1");
        var byDigest = policy.Plan(Repository("quay.io/app"), Digest);

        Assert.Equal(["tags.example/app", "quay.io/app"], byTag.Asked());
        Assert.Equal(PlaceExclusion.ForDigestsOnly, byTag.WhyNot("digests.example/app"));
        Assert.Equal(["digests.example/app", "quay.io/app"], byDigest.Asked());
        Assert.Equal(PlaceExclusion.ForTagsOnly, byDigest.WhyNot("tags.example/app"));
    }

    [Fact]
    public void Plan_LongerSourceOfTheOtherKind_HidesTheShorter()
    {
        var policy = Policy(
            Rule("quay.io", "digests.example") with { Use = MirrorUse.Digests },
            Rule("quay.io/team", "tags.example") with { Use = MirrorUse.Tags });

        Assert.Equal(["quay.io/team/app"], policy.Plan(Repository("quay.io/team/app"), Digest).Asked());
    }

    [Fact]
    public void Plan_NeverContactSource_LeavesTheMirrors()
    {
        var policy = Policy(Rule("quay.io", "m.example") with { NeverContactSource = true, Use = MirrorUse.Digests, Origin = "a set" });

        var plan = policy.Plan(Repository("quay.io/app"), Digest);

        Assert.Equal(["m.example/app"], plan.Asked());
        Assert.Equal(PlaceExclusion.OnlyItsMirrors, plan.WhyNot("quay.io/app"));
        Assert.Contains("a set allows the mirrors of quay.io only", plan.ToString(), StringComparison.Ordinal);
        Assert.True(policy.Plan(Repository("quay.io/app"), "1").IsBlocked);
        Assert.True(policy.PlanForList(Repository("quay.io/app")).IsBlocked);
    }

    [Theory]
    [InlineData("quay.io", "quay.io:443/app")]
    [InlineData("docker.io/library", "registry-1.docker.io:443/library/python")]
    public void Plan_NeverContactSource_HoldsOnEveryPort(string source, string repository)
    {
        var policy = Policy(Rule(source, "m.example") with { NeverContactSource = true });

        Assert.Equal(PlaceExclusion.OnlyItsMirrors, policy.Plan(Repository(repository), "1").Places.Single().Exclusion);
    }

    [Fact]
    public void Plan_NeverContactSourceWithAMirrorOnAnotherPort_AsksTheMirror()
    {
        var policy = Policy(Rule("quay.io", "quay.io:5000") with { NeverContactSource = true });

        Assert.Equal(["quay.io:5000/app"], policy.Plan(Repository("quay.io/app"), "1").Asked());
    }

    [Fact]
    public void Plan_RuleWithoutAMirror_HasNoEffect()
    {
        var policy = Policy(Rule("quay.io", "quay.io") with { NeverContactSource = true });

        Assert.Equal(["quay.io/app"], policy.Plan(Repository("quay.io/app"), "1").Asked());
    }

    [Fact]
    public void Plan_BlockedSource_LeavesItsMirrors()
    {
        var policy = new RegistryPolicy(new RegistryRules
        {
            Mirrors = [Rule("quay.io", "m.example", "bad.example/x")],
            Blocked = [RegistryScope.Parse("quay.io"), RegistryScope.Parse("bad.example/x")],
        });

        var plan = policy.Plan(Repository("quay.io/app"), "1");

        Assert.Equal(["m.example/app"], plan.Asked());
        Assert.Equal(PlaceExclusion.Blocked, plan.WhyNot("bad.example/x/app"));
        Assert.Equal(PlaceExclusion.Blocked, plan.WhyNot("quay.io/app"));
    }

    [Theory]
    [InlineData("quay.io", "quay.io:8443/app", true)]
    [InlineData("quay.io:8443", "quay.io/app", false)]
    [InlineData("*.quay.io", "a.quay.io:8443/app", true)]
    [InlineData("quay.io/team", "quay.io/team/app", true)]
    [InlineData("quay.io/team", "QUAY.io:443/team/app", true)]
    [InlineData("quay.io/team", "quay.io:443/teamwork/app", false)]
    [InlineData("docker.io", "registry-1.docker.io:443/library/python", true)]
    [InlineData("index.docker.io/library/python", "docker.io:443/library/python", true)]
    [InlineData("quay.io/team", "quay.io/app", false)]
    public void Plan_Blocked_ReachesEveryPortOfAHost(string blocked, string repository, bool expected)
    {
        var policy = new RegistryPolicy(new RegistryRules { Blocked = [RegistryScope.Parse(blocked)] });

        Assert.Equal(expected, policy.Plan(Repository(repository), "1").IsBlocked);
    }

    [Fact]
    public void Plan_Allowed_GoesByTheNameThatIsMeant()
    {
        var policy = new RegistryPolicy(new RegistryRules
        {
            Mirrors = [Rule("quay.io", "m.example"), Rule("other.example", "quay.io")],
            Allowed = [RegistryScope.Parse("quay.io/team")],
        });

        Assert.Equal(["m.example/team/app", "quay.io/team/app"], policy.Plan(Repository("quay.io/team/app"), "1").Asked());
        Assert.Equal(
            PlaceExclusion.NotAllowed, policy.Plan(Repository("other.example/team/app"), "1").WhyNot("other.example/team/app"));
    }

    [Theory]
    [InlineData("quay.io", false, "quay.io/app", false, true)]
    [InlineData("quay.io", false, "quay.io:443/app", false, true)]
    [InlineData("quay.io", false, "quay.io:8443/app", false, false)]
    [InlineData("quay.io:*", false, "quay.io:8443/app", false, true)]
    [InlineData("*.example.com", false, "a.b.example.com/app", false, true)]
    [InlineData("registry?.example", false, "registry2.example/app", false, true)]
    [InlineData("quay.io", true, "quay.io/app", false, false)]
    [InlineData("quay.io", true, "quay.io/app", true, true)]
    [InlineData("docker.io", false, "docker.io/library/python", false, true)]
    [InlineData("registry-1.docker.io", false, "docker.io/library/python", false, true)]
    [InlineData("quay.io", false, "evil.example/app", false, false)]
    public void Plan_AllowedForImport_MatchesHostAndPort(
        string domain, bool insecureDomain, string repository, bool insecure, bool expected)
    {
        var policy = new RegistryPolicy(new RegistryRules
        {
            AllowedForImport = [new AllowedRegistry { DomainName = domain, Insecure = insecureDomain }],
        });

        var plan = policy.Plan(Repository(repository, insecure), "1");

        Assert.Equal(expected ? null : PlaceExclusion.NotAllowedForImport, plan.Places.Single().Exclusion);
    }

    [Fact]
    public void Plan_Insecure_IsWhatWasNamedSo()
    {
        var policy = new RegistryPolicy(new RegistryRules
        {
            Mirrors = [new MirrorRule
            {
                Source = RegistryScope.Parse("quay.io"),
                Mirrors =
                [
                    new RegistryMirror { Location = RegistryScope.Parse("a.example"), Insecure = true },
                    new RegistryMirror { Location = RegistryScope.Parse("b.example") },
                    new RegistryMirror { Location = RegistryScope.Parse("c.example") },
                ],
            }],
            Insecure = [RegistryScope.Parse("b.example")],
        });

        var plan = policy.Plan(Repository("quay.io/app"), "1");

        Assert.Equal([true, true, false, false], plan.ToAsk.Select(place => place.Repository.Insecure));
    }

    [Fact]
    public void Plan_InsecureRequest_HoldsForTheMirrors() => Assert.All(
        Policy(Rule("quay.io", "m.example")).Plan(Repository("quay.io/app", insecure: true), "1").ToAsk,
        place => Assert.True(place.Repository.Insecure));

    [Fact]
    public void PlanForList_Mirrors_AreNotAsked()
    {
        var plan = Policy(Rule("quay.io", "m.example")).PlanForList(Repository("quay.io/app"));

        Assert.Equal(["quay.io/app"], plan.Asked());
        Assert.Equal(PlaceExclusion.NotForLists, plan.WhyNot("m.example/app"));
    }

    [Fact]
    public void Plan_StartAtATagMirror_AsksItForTheDigestToo()
    {
        var policy = Policy(Rule("quay.io", "tags.example") with { Use = MirrorUse.Tags });
        var repository = Repository("quay.io/app") with { StartAt = SourceAt("tags.example") };

        Assert.Equal(["tags.example/app", "quay.io/app"], policy.Plan(repository, Digest).Asked());
    }

    [Fact]
    public void Plan_StartElsewhere_IsIgnored()
    {
        var repository = Repository("quay.io/app") with { StartAt = SourceAt("evil.example") };

        Assert.Equal(["quay.io/app"], Policy(Rule("quay.io", "m.example") with { Use = MirrorUse.Tags }).Plan(repository, Digest).Asked());
    }

    [Fact]
    public void Plan_MirrorThatWouldHaveNoName_IsNoPlace()
    {
        var plan = Policy(Rule("quay.io/team", "m.example")).Plan(Repository("quay.io/team"), "1");

        Assert.Equal(["quay.io/team"], plan.Places.Select(place => place.Repository.ToString()));
    }

    [Fact]
    public void Plan_NeitherTagNorDigest_IsRefused() => Assert.Throws<ArgumentException>(
        () => new RegistryPolicy(RegistryRules.None).Plan(Repository("quay.io/app"), "a/b"));

    private static RegistrySource SourceAt(string host) =>
        new() { Registry = host, Repository = "app", Transport = Transport.Https };
}
