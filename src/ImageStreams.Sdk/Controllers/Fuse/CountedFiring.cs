using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>A firing within the window of a <see cref="TriggerFuse"/>.</summary>
internal sealed class CountedFiring
{
    public required DateTimeOffset Time { get; init; }

    public required TriggerObject Object { get; init; }

    /// <summary>The place among the firings of the object that count; null when it no longer counts.</summary>
    public LinkedListNode<CountedFiring>? Place { get; set; }
}
