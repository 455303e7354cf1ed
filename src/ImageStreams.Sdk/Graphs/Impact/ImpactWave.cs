using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>The builds, rollouts and tags that happen at the same time after a change.</summary>
/// <remarks>
/// Wave 0 has the tags that move at once. Each later wave has the builds and rollouts that wait for earlier waves only, and
/// the tags that the builds move.
/// </remarks>
public sealed class ImpactWave
{
    private readonly Func<ImpactWave, ValueList<ImpactItem>> _items;

    internal ImpactWave(int number, Func<ImpactWave, ValueList<ImpactItem>> items)
    {
        Number = number;
        _items = items;
    }

    /// <summary>The number of the wave, from 0.</summary>
    public int Number { get; }

    /// <summary>The number of builds that start.</summary>
    public int Builds { get; internal set; }

    /// <summary>The number of workloads that roll out.</summary>
    public int Rollouts { get; internal set; }

    /// <summary>The number of tags, and images outside the streams, that move.</summary>
    public int Tags { get; internal set; }

    /// <summary>The number of all items.</summary>
    public int Count => Builds + Rollouts + Tags;

    /// <summary>The items in the byte order of their names; created on each call.</summary>
    public ValueList<ImpactItem> Items => _items(this);

    /// <summary>The start of the wave among all nodes that are reached automatically.</summary>
    internal int Start { get; set; }

    /// <summary>Returns the number of the wave and what is in it.</summary>
    public override string ToString() => $"wave {Number}: {Quantity.Format(Builds, "build")}, "
        + $"{Quantity.Format(Rollouts, "rollout")}, {Quantity.Format(Tags, "tag")}";
}
