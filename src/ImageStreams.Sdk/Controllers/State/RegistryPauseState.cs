using System.Text.Json;
using ImageStreams.Registries;
using ImageStreams.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Controllers;

/// <summary>The pauses of registries as a state that is kept over restarts, in the section <c>registry-pauses</c>.</summary>
/// <remarks>The records name registries and credential scopes, and have no credential.</remarks>
/// <param name="pauses">The pauses, which clients use by <see cref="RegistryClientOptions.GetPauses"/>.</param>
/// <param name="timeProvider">The time provider, or null for the system clock.</param>
/// <param name="logger">The logger, or null for none.</param>
/// <exception cref="ArgumentNullException"><paramref name="pauses"/> is null.</exception>
public sealed class RegistryPauseState(
    RegistryPauses pauses, TimeProvider? timeProvider = null, ILogger<RegistryPauseState>? logger = null)
    : IStateSource
{
    private readonly RegistryPauses _pauses = pauses ?? throw new ArgumentNullException(nameof(pauses));
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly ILogger _logger = logger ?? NullLogger<RegistryPauseState>.Instance;

    /// <inheritdoc/>
    public IReadOnlyList<string> StateSections { get; } = [StateSectionNames.RegistryPauses];

    /// <inheritdoc/>
    public IReadOnlyList<StateRecord> TakeStateChanges()
    {
        var changes = _pauses.TakeChanges();
        return changes.IsEmpty ? [] : [.. changes.Select(ToRecord).Where(static record => StateKey.CanStore(record.Key))];
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    public void RestoreState(IEnumerable<StateRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);

        _pauses.Restore(records
            .Where(static record => record.Section == StateSectionNames.RegistryPauses)
            .Select(Read).OfType<RegistryPause>());
    }

    private static string GetKey(RegistryPause pause) =>
        pause.CredentialScope.Length == 0 ? pause.Registry : $"{pause.Registry} {pause.CredentialScope}";

    private static RegistryPause ReadPause(JsonElement pause) => new()
    {
        Registry = pause.FindText("registry") ?? throw new FormatException("The state has no registry."),
        CredentialScope = pause.FindText("scope") ?? "",
        Until = pause.FindTime("until") ?? throw new FormatException("The state has no end."),
    };

    private StateRecord ToRecord(RegistryPause pause) => new(
        StateSectionNames.RegistryPauses,
        GetKey(pause),
        pause.Until <= _timeProvider.GetUtcNow() ? null : StateJson.Write(pause, static (writer, pause) =>
        {
            writer.WriteString("registry", pause.Registry);
            writer.WriteOptional("scope", pause.CredentialScope.Length == 0 ? null : pause.CredentialScope);
            writer.WriteOptional("until", pause.Until);
        }));

    private RegistryPause? Read(StateRecord record)
    {
        try
        {
            return record.Value is null ? null : StateJson.Read(record.Value, ReadPause);
        }
        catch (Exception e) when (StateJson.IsDamage(e))
        {
            _logger.StateIgnored(record.Section, record.Key, e.Message);
            return null;
        }
    }
}
