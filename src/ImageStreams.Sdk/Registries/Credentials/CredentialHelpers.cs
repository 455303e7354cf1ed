using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Asks helpers by name, and remembers for a while what they said.</summary>
internal sealed class CredentialHelpers
{
    private const int MaxProcesses = 8;
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(30);
    private static readonly SemaphoreSlim s_processes = new(MaxProcesses, MaxProcesses);   // whoever asks, it is one machine
    private readonly ExpiringCache<(string Helper, string Server), HelperAnswer> _answers;
    private readonly CredentialHelper _helper;
    private readonly TimeSpan _lifetime;
    private readonly TimeProvider _time;

    public CredentialHelpers(CredentialHelperOptions options, TimeProvider time)
    {
        _helper = new CredentialHelper(options, time);
        _answers = new(time);
        _lifetime = Check.Between(options.CacheLifetime, TimeSpan.Zero, LongestLifetime);
        _time = time;
    }

    public async ValueTask<RegistryCredentialLookup> FindAsync(
        string helper, string registry, CancellationToken cancellationToken)
    {
        var server = DockerHub.Canonical(registry) == DockerHub.Registry ? DockerHub.LoginServer : registry;
        var answer = await _answers
            .GetAsync((helper, server), () => AskAsync(helper, server), cancellationToken)
            .ConfigureAwait(false);
        return answer.Credential is { } credential
            ? RegistryCredentialLookup.Found(credential, CredentialHelper.NameOf(helper), server)
            : RegistryCredentialLookup.None(CredentialHelper.NameOf(helper));
    }

    private async Task<HelperAnswer> AskAsync(string helper, string server)
    {
        await s_processes.WaitAsync().ConfigureAwait(false);
        try
        {
            var credential = await _helper.GetAsync(helper, server).ConfigureAwait(false);
            return new HelperAnswer(credential, _time.GetUtcNow() + _lifetime);
        }
        finally
        {
            s_processes.Release();
        }
    }
}
