using System.Globalization;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>A pause of a <see cref="TriggerController"/>: what must not react, and since when.</summary>
public abstract record TriggerPause
{
    private TriggerPause()
    {
    }

    /// <summary>The time at which the pause began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The name of what is paused, for a sentence.</summary>
    private protected abstract string Subject { get; }

    /// <summary>The pause in one sentence.</summary>
    public string Explanation => string.Create(
        CultureInfo.InvariantCulture, $"{Subject} paused since {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z.");

    /// <summary>Returns <see cref="Explanation"/>.</summary>
    public sealed override string ToString() => Explanation;

    /// <summary>Nothing reacts.</summary>
    public sealed record Everything : TriggerPause
    {
        private protected override string Subject => "All triggers are";
    }

    /// <summary>No object reacts to the images of a stream.</summary>
    public sealed record SingleStream : TriggerPause
    {
        /// <summary>The qualified name of the stream.</summary>
        public required ImageStreamName Stream { get; init; }

        private protected override string Subject => $"The stream {Stream} is";
    }

    /// <summary>One object does not react.</summary>
    public sealed record SingleObject : TriggerPause
    {
        /// <summary>The object.</summary>
        public required TriggerObject Object { get; init; }

        private protected override string Subject => $"{Object} is";
    }
}
