using ImageStreams.Collections;

namespace ImageStreams.Controllers;

/// <summary>An object that is due in a <see cref="TriggerQueue"/>: the causes for it, in the order in which they came up.</summary>
internal sealed class TriggerQueueEntry
{
    private readonly List<TriggerCause> _causes = [];

    /// <summary>Gets or sets a value indicating whether all causes concern paused triggers only.</summary>
    public bool IsPaused { get; set; } = true;

    /// <summary>A copy of the causes.</summary>
    public ValueList<TriggerCause> Causes => _causes.ToValueList();

    /// <summary>Adds a cause, unless it is there.</summary>
    public void Add(TriggerCause cause)
    {
        if (!_causes.Contains(cause))
        {
            _causes.Add(cause);
        }
    }
}
