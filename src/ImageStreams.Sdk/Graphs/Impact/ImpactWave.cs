using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>What happens at the same time after a change.</summary>
/// <remarks>
/// Wave 0 are tags that move along at once. Each later one has builds and roll-outs that wait for nothing but former
/// waves, and the tags that the builds move.
/// </remarks>
public sealed class ImpactWave
{
    private readonly Func<ImpactWave, ValueList<ImpactItem>> _items;

    internal ImpactWave(int number, Func<ImpactWave, ValueList<ImpactItem>> items) => (Number, _items) = (number, items);

    /// <summary>The number of the wave.</summary>
    public int Number { get; }

    /// <summary>How many builds start.</summary>
    public int Builds { get; internal set; }

    /// <summary>How many workloads roll out.</summary>
    public int Rollouts { get; internal set; }

    /// <summary>How many tags, and images outside of the streams, move.</summary>
    public int Tags { get; internal set; }

    /// <summary>How many of all that.</summary>
    public int Count => Builds + Rollouts + Tags;

    /// <summary>All of it in the byte order of the names; made at each call.</summary>
    public ValueList<ImpactItem> Items => _items(this);

    /// <summary>Where the wave begins among what comes by itself.</summary>
    internal int Start { get; set; }
}
