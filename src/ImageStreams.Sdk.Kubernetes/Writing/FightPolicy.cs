namespace ImageStreams.Kubernetes;

/// <summary>The ways to treat a fight that is expected over a write.</summary>
public enum FightPolicy
{
    /// <summary>The object is written, and the outcome has the prediction.</summary>
    Report,

    /// <summary>The object is not written when a fight is certain, or when the owners of its fields cannot be read.</summary>
    Refuse,

    /// <summary>Nothing is predicted.</summary>
    Ignore,
}
