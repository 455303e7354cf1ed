using System.Globalization;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class ChallengeCacheTests
{
    private const int Limit = 4096;

    private static ChallengeCache.Entry Entry => new(new AuthenticationChallenge { Scheme = "Basic" });

    [Fact]
    public void Remember_UpToTheLimit_KeepsAll_AndOneMoreStartsAnew()
    {
        var cache = new ChallengeCache();
        for (var i = 0; i < Limit; i++)
        {
            cache.Remember(Key(i), Entry);
        }

        Assert.All(Enumerable.Range(0, Limit), i => Assert.NotNull(cache.Find(Key(i))));
        cache.Remember(Key(Limit), Entry);

        Assert.All(Enumerable.Range(0, Limit), i => Assert.Null(cache.Find(Key(i))));
        Assert.NotNull(cache.Find(Key(Limit)));
    }

    [Fact]
    public void Forget_AnEntryThatWasReplaced_KeepsTheOther()
    {
        var cache = new ChallengeCache();
        var other = new ChallengeCache.Entry(new AuthenticationChallenge { Scheme = "Bearer" });
        cache.Remember(Key(1), other);

        cache.Forget(Key(1), Entry);
        Assert.Same(other, cache.Find(Key(1)));

        cache.Forget(Key(1), other);
        Assert.Null(cache.Find(Key(1)));
    }

    [Fact]
    public void Forget_Key_RemovesWhateverIsKnown()
    {
        var cache = new ChallengeCache();
        cache.Remember(Key(1), Entry);
        cache.Remember(Key(2), Entry);

        cache.Forget(Key(1));

        Assert.Null(cache.Find(Key(1)));
        Assert.NotNull(cache.Find(Key(2)));
    }

    /// <summary>A challenge counts for one repository, one transport and one credential scope.</summary>
    [Fact]
    public void Key_HasWhatTheChallengeDependsOn()
    {
        var keys = new[]
        {
            From("a", "", RegistryTransport.Https), From("b", "", RegistryTransport.Https), From("a", "s", RegistryTransport.Https),
            From("a", "", RegistryTransport.HttpsUnverified), From("a", "", RegistryTransport.Https),
        };

        Assert.Equal(4, keys.Distinct().Count());
    }

    private static ChallengeCache.Key Key(int number) =>
        From(number.ToString(CultureInfo.InvariantCulture), "", RegistryTransport.Https);

    private static ChallengeCache.Key From(string repository, string scope, RegistryTransport transport)
    {
        var call = RegistryCall.ForTags(
            new() { Registry = "registry.example", Name = repository, CredentialScope = scope }, 1);
        return ChallengeCache.Key.FromCall(call, RegistryEndpoint.FromRegistry("registry.example", transport));
    }
}
