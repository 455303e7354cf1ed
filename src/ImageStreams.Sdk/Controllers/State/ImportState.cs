using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Storage;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Controllers;

/// <summary>The state of an import schedule as records.</summary>
internal sealed class ImportState(ImportSchedule schedule, TimeProvider timeProvider, ILogger logger)
{
    private const string Paused = "{}";

    /// <summary>Takes the records that have changed since the last call.</summary>
    public IReadOnlyList<StateRecord> TakeChanges()
    {
        var states = schedule.TakeStates();
        var pauses = schedule.TakePauses();
        return states.Count + pauses.Count == 0
            ? []
            : [.. states.Select(ToRecord).Concat(pauses.Select(ToRecord)).Where(static record => StateKey.CanStore(record.Key))];
    }

    /// <summary>Restores the records that can be read.</summary>
    public void Restore(IEnumerable<StateRecord> records)
    {
        Dictionary<ImageStreamName, StreamState> states = [];
        foreach (var record in records)
        {
            switch (record.Section)
            {
                case StateSectionNames.Imports:
                    Read(record, states);
                    break;
                case StateSectionNames.ImportPauses when record.Value is not null && !schedule.RestorePause(record.Key):
                    Ignore(record, "The key is neither the name of a stream nor that of a tag.");
                    break;
            }
        }

        schedule.Restore(states, timeProvider.GetUtcNow());
    }

    /// <summary>Replaces the pauses by those of the records, except for those that have changed since they were taken.</summary>
    public void SynchronizePauses(IEnumerable<StateRecord> records) => schedule.SynchronizePauses(
        records.Where(static record => record is { Section: StateSectionNames.ImportPauses, Value: not null }).Select(static record => record.Key),
        timeProvider.GetUtcNow());

    private static StateRecord ToRecord(KeyValuePair<ImageStreamName, StreamState?> state) => new(
        StateSectionNames.Imports, state.Key.ToString(), state.Value is null ? null : ImportStateJson.Write(state.Value));

    private static StateRecord ToRecord(KeyValuePair<string, bool> pause) =>
        new(StateSectionNames.ImportPauses, pause.Key, pause.Value ? Paused : null);

    private void Read(StateRecord record, Dictionary<ImageStreamName, StreamState> states)
    {
        if (record.Value is null)
        {
            return;
        }

        try
        {
            states[ImageStreamName.Parse(record.Key)] = ImportStateJson.Read(record.Value);
        }
        catch (Exception e) when (StateJson.IsDamage(e))
        {
            Ignore(record, e.Message);
        }
    }

    private void Ignore(StateRecord record, string sentence) => logger.StateIgnored(record.Section, record.Key, sentence);
}
