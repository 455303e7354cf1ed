namespace ImageStreams.Kubernetes;

/// <summary>The grounds on which a fight is expected.</summary>
public enum FightEvidence
{
    /// <summary>The tool owns the field, as <c>metadata.managedFields</c> says.</summary>
    Owner,

    /// <summary>The annotation <c>kubectl.kubernetes.io/last-applied-configuration</c> has the field.</summary>
    LastApplied,

    /// <summary>Another object controls the object, as its owner references say.</summary>
    Controller,

    /// <summary>The tool manages the object, and another manager has taken the field: its manifest may still have it.</summary>
    Management,
}
