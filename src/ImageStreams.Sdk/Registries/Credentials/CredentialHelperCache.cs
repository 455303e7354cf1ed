using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Runs credential helpers by name, and caches their results.</summary>
internal sealed class CredentialHelperCache
{
    private const int MaxProcesses = 8;
    private static readonly SemaphoreSlim Processes = new(MaxProcesses, MaxProcesses);   // one machine runs them, whatever the number of clients
    private readonly ExpiringCache<(string Helper, string Server), Result> _answers;
    private readonly CredentialHelper _helper;
    private readonly TimeSpan _lifetime;
    private readonly TimeProvider _timeProvider;

    public CredentialHelperCache(CredentialHelperOptions options, TimeProvider timeProvider)
    {
        _helper = new CredentialHelper(options, timeProvider);
        _answers = new(timeProvider);
        _lifetime = options.CacheLifetime;
        _timeProvider = timeProvider;
    }

    public async ValueTask<RegistryCredentialLookup> FindAsync(
        string helper, string registry, CancellationToken cancellationToken)
    {
        var server = DockerHub.Canonicalize(registry) == DockerHub.Registry ? DockerHub.LoginServer : registry;
        var answer = await _answers
            .GetAsync((helper, server), () => RunAsync(helper, server), cancellationToken)
            .ConfigureAwait(false);
        return answer.Credential is { } credential
            ? RegistryCredentialLookup.Found(credential, CredentialHelper.GetProgramName(helper), server)
            : RegistryCredentialLookup.None(CredentialHelper.GetProgramName(helper));
    }

    private async Task<Result> RunAsync(string helper, string server)
    {
        await Processes.WaitAsync().ConfigureAwait(false);
        try
        {
            var credential = await _helper.GetAsync(helper, server).ConfigureAwait(false);
            return new Result(credential, _timeProvider.GetUtcNow() + _lifetime);
        }
        finally
        {
            Processes.Release();
        }
    }

    private sealed record Result(RegistryCredential? Credential, DateTimeOffset Expires) : IExpiring;
}
