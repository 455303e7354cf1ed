namespace ImageStreams.Importing;

/// <content>Changes of the schedule, and the signal that they give.</content>
public sealed partial class ImportSchedule
{
    private DateTimeOffset? _signaledDue;

    /// <summary>Begins a change, which ends when the result is disposed of.</summary>
    private ScheduleChange Change()
    {
        _gate.Enter();
        return new ScheduleChange(this);
    }

    private void EndChange()
    {
        var due = _streams.NextDue;
        var hasChanged = due != _signaledDue;
        _signaledDue = due;
        _gate.Exit();
        if (hasChanged)
        {
            NextDueChanged?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>A change that holds the lock, and tells whoever waits when it has moved the next due time.</summary>
    private readonly ref struct ScheduleChange(ImportSchedule schedule)
    {
        public void Dispose() => schedule.EndChange();
    }
}
