using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>The prediction of fights over a write.</summary>
public abstract record FightForecast
{
    private FightForecast()
    {
    }

    /// <summary>Gets a value indicating whether a tool is known to set a field again.</summary>
    public bool HasCertainFight => this is Expected expected && expected.Fights.Any(fight => fight.IsCertain);

    /// <summary>Nobody is known to set the fields again.</summary>
    public sealed record None : FightForecast
    {
        /// <summary>Returns that there is none.</summary>
        public override string ToString() => "No fight is expected.";
    }

    /// <summary>Somebody sets fields again.</summary>
    public sealed record Expected : FightForecast
    {
        /// <summary>The fights, by field; at least one and at most 1,000.</summary>
        public required ValueList<FieldFight> Fights { get; init; }

        /// <summary>Returns the fights, a line each.</summary>
        public override string ToString() => string.Join('\n', Fights);
    }

    /// <summary>The owners of the fields cannot be read, so nothing is known.</summary>
    public sealed record Unreadable : FightForecast
    {
        /// <summary>The place in the object, such as <c>metadata.managedFields[2].fieldsV1</c>.</summary>
        public required string Place { get; init; }

        /// <summary>The problem, in a sentence.</summary>
        public required string Message { get; init; }

        /// <summary>Returns the place and the problem.</summary>
        public override string ToString() => $"{Place}: {Message}";
    }
}
