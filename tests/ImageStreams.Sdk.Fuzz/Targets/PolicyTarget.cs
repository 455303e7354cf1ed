using System.Text;
using ImageStreams.Registries;

namespace ImageStreams.Fuzz;

/// <summary>Mirrors and blocked registries of any scope: a plan names each place once, and the source.</summary>
internal sealed class PolicyTarget(byte[][] seeds) : FuzzTarget("mirrors", seeds, Tokens.Names)
{
    private static readonly RegistryRepository Repository = new() { Registry = "quay.io", Name = "team/app" };

    public override void Check(ReadOnlySpan<byte> input)
    {
        if (!RegistryScope.TryParse(Encoding.UTF8.GetString(input), out var scope))
        {
            return;
        }

        var policy = new RegistryPolicy(new RegistryRules { Blocked = [scope], Insecure = [scope] });
        var sources = policy.GetPullSources(Repository, "1").Sources;
        Expect.Equal(1, sources.Count, "there is one source");
        Expect.Equal(scope.Contains(Repository), sources[0].Repository.Insecure, "the scope is applied");
    }
}
