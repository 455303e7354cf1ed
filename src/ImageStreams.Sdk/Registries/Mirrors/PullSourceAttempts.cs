namespace ImageStreams.Registries;

/// <summary>The places of a plan, asked in their order until one answers.</summary>
internal sealed class PullSourceAttempts(PullSourceList sources, string wanted)
{
    private readonly List<(PullSource Place, RegistryException Fault)> _failed = [];

    /// <summary>Asks until a place answers.</summary>
    /// <exception cref="RegistryException">No place answered, or none may be asked.</exception>
    public async Task<T> ExecuteAsync<T>(Func<RegistryRepository, Task<T>> ask, Func<T, T> mark)
    {
        foreach (var pullSource in sources.Eligible)
        {
            try
            {
                var answer = await ask(pullSource.Repository).ConfigureAwait(false);
                return pullSource.IsMirror ? mark(answer) : answer;
            }
            catch (RegistryException fault)
            {
                _failed.Add((pullSource, fault));
            }
        }

        throw ToException();
    }

    private RegistryException ToException() => _failed.Count == 0
        ? RegistryClientErrors.Blocked(sources, wanted)
        : RegistryClientErrors.NoSourceAnswered(sources, wanted, _failed, GetDecisive());

    /// <summary>The source knows best; without it, a mirror that may do better later.</summary>
    private RegistryException GetDecisive() =>
        _failed.Find(static failed => !failed.Place.IsMirror).Fault
        ?? _failed.Find(static failed => failed.Fault.IsTransient).Fault
        ?? _failed[^1].Fault;
}
