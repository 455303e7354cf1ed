namespace ImageStreams.Registries;

/// <summary>The places of a plan, asked in their order until one answers.</summary>
internal sealed class PlaceAttempts(RegistryPlan plan, string wanted)
{
    private readonly List<(RegistryPlace Place, RegistryException Fault)> _failed = [];

    /// <summary>Asks until a place answers.</summary>
    /// <exception cref="RegistryException">No place answered, or none may be asked.</exception>
    public async Task<T> AskAsync<T>(Func<RegistryRepository, Task<T>> ask, Func<T, T> mark)
    {
        foreach (var place in plan.ToAsk)
        {
            try
            {
                var answer = await ask(place.Repository).ConfigureAwait(false);
                return place.IsMirror ? mark(answer) : answer;
            }
            catch (RegistryException fault)
            {
                _failed.Add((place, fault));
            }
        }

        throw ToFault();
    }

    private RegistryException ToFault() => _failed.Count == 0
        ? RegistryFaults.Blocked(plan, wanted)
        : RegistryFaults.NoPlaceAnswered(plan, wanted, _failed, Decisive());

    /// <summary>The source knows best; without it, a mirror that may do better later.</summary>
    private RegistryException Decisive() =>
        _failed.Find(static failed => !failed.Place.IsMirror).Fault
        ?? _failed.Find(static failed => failed.Fault.IsTransient).Fault
        ?? _failed[^1].Fault;
}
