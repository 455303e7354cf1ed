namespace ImageStreams.Validation;

/// <summary>The times of a deployment's strategy in seconds, with the defaults of a server.</summary>
internal readonly struct DeploymentTimes(FieldNode strategy)
{
    private const long DefaultTimeout = 600;
    private const long DefaultDeadline = 21_600;

    /// <summary>The time after which a deployment has failed, of the strategy's parameters.</summary>
    public long Timeout => GivenTimeout ?? DefaultTimeout;

    /// <summary>The deadline of the pod that deploys.</summary>
    public long Deadline => strategy["activeDeadlineSeconds"].Number ?? DefaultDeadline;

    /// <summary>Gets a value indicating whether the strategy has, or gets, parameters with a timeout.</summary>
    public bool ComparesTimeout => IsRolling || strategy["type"].Text == "Recreate" || strategy["recreateParams"].Exists;

    /// <summary>Gets a value indicating whether the strategy has, or gets, the parameters of a rolling deployment.</summary>
    private bool IsRolling => strategy["type"].Text is "" or "Rolling" || strategy["rollingParams"].Exists;

    /// <summary>The timeout that is written; null when there is none.</summary>
    private long? GivenTimeout => strategy[IsRolling ? "rollingParams" : "recreateParams"]["timeoutSeconds"].Number;
}
