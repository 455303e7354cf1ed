using System.Text;
using ImageStreams.Collections;
using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>The registry client: policies, links, credentials and lists of tags.</summary>
public static class RegistryGrowth
{
    private static readonly RegistryRepository Repository = new() { Registry = "quay.io", Name = "team/app" };

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        new("RegistryPolicy, rules of one source", 20, size => Create(Rules(size, _ => "quay.io/team"))),
        new("RegistryPolicy, mirrors of one rule", 20, size => Create(OneRule(size))),
        new("RegistryPolicy, sources", 20, size => Create(Rules(size, i => $"quay.io/team{i}"))),
        new("RegistryPolicy, blocked", 20, size => Create(Blocked(size))),
        new("GetPullSources, rules of one source", 20, size => GetPullSources(Rules(size, _ => "quay.io/team"))),
        new("GetPullSources, mirrors of one rule", 20, size => GetPullSources(OneRule(size))),
        new("GetPullSources, sources", 20, size => GetPullSources(Rules(size, i => $"quay.io/team{i}"))),
        new("RegistryRules.Combine", 20, size => Combine(OneRule(size))),
        new("LinkScanner.FindNext", 20, size => FindNext(string.Concat(Enumerable.Repeat("</a>; rel=\"prev\", ", size)) + "</b>; rel=next")),
        new("LinkScanner.FindNext, quotes", 20, size => FindNext("</a>; x=\"" + string.Concat(Enumerable.Repeat("\\\"", size)))),
        new("credential file", 10, Credentials),
        new("ListTagsAsync", 10, ListTags),
    ];

    private static RegistryRules Rules(int size, Func<int, string> source) => new()
    {
        Mirrors = Enumerable.Range(0, size).Select(i => Rule(source(i), [i])).ToValueList(),
    };

    private static RegistryRules OneRule(int size) => new() { Mirrors = [Rule("quay.io/team", Enumerable.Range(0, size))] };

    private static RegistryRules Blocked(int size) => new()
    {
        Blocked = Enumerable.Range(0, size).Select(i => RegistryScope.Parse($"r{i}.example")).ToValueList(),
    };

    private static MirrorRule Rule(string source, IEnumerable<int> mirrors) => new()
    {
        Source = RegistryScope.Parse(source),
        Mirrors = mirrors.Select(i => new RegistryMirror { Location = RegistryScope.Parse($"m{i}.example/team") }).ToValueList(),
    };

    private static Func<long> Create(RegistryRules rules) => () => new RegistryPolicy(rules).GetHashCode();

    private static Func<long> GetPullSources(RegistryRules rules)
    {
        var policy = new RegistryPolicy(rules);
        return () => policy.GetPullSources(Repository, "1").Sources.Count;
    }

    private static Func<long> Combine(RegistryRules rules) => () => rules.Combine(rules).Mirrors.Count;

    private static Func<long> FindNext(string header) => () => LinkScanner.FindNext(header, out _)?.Length ?? 0;

    private static Func<long> Credentials(int size)
    {
        var auth = Convert.ToBase64String(Encoding.UTF8.GetBytes("user:password"));
        var json = $$"""{"auths":{ {{JsonGrowth.Repeat(size, i => $$"""
            "r{{i}}.example":{"auth":"{{auth}}"}
            """)}} } }""";
        var query = new RegistryCredentialQuery { Registry = "r1.example", Repository = "team/app" };
        return () => RegistryCredentials.FromPullSecrets(Secret(json)).FindAsync(query, default).AsTask().GetAwaiter().GetResult() is null ? 0 : 1;
    }

    private static string Secret(string json) =>
        $$"""{"kind":"Secret","apiVersion":"v1","metadata":{"name":"a"},"type":"kubernetes.io/dockerconfigjson","data":{".dockerconfigjson":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}"} }""";

    private static Func<long> ListTags(int size)
    {
#pragma warning disable CA2000 // It lives as long as the process.
        var registry = new InMemoryRegistry();
#pragma warning restore CA2000 // end of the hand-over
        var image = SyntheticImage.Create();
        for (var i = 0; i < size; i++)
        {
            registry.Push($"quay.io/team/app:t{i}", image);
        }

        var client = registry.CreateClient();
        return () => client.ListTagsAsync(Repository).ToBlockingEnumerable().Count();
    }
}
