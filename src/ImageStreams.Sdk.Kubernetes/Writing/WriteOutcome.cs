namespace ImageStreams.Kubernetes;

/// <summary>The outcome of a write.</summary>
/// <typeparam name="T">The kind.</typeparam>
public abstract record WriteOutcome<T>
    where T : ApiObject
{
    private WriteOutcome()
    {
    }

    /// <summary>The prediction of fights; <see cref="FightForecast.None"/> for a new object, and where nothing was predicted.</summary>
    public required FightForecast Forecast { get; init; }

    /// <summary>The object was written.</summary>
    public sealed record Written : WriteOutcome<T>
    {
        /// <summary>The object as it is stored; as it was, where the write changes nothing.</summary>
        public required T Object { get; init; }

        /// <summary>Gets a value indicating whether there was no such object before.</summary>
        public bool IsCreated { get; init; }

        /// <summary>Returns the object.</summary>
        public override string ToString() => $"Written {Object}";
    }

    /// <summary>The object was not written, as the fights that are expected were to be avoided.</summary>
    public sealed record Refused : WriteOutcome<T>
    {
        /// <summary>Returns the prediction.</summary>
        public override string ToString() => $"Refused\n{Forecast}";
    }

    /// <summary>The server refused the apply: other managers own the fields with other values, and the apply was not forced.</summary>
    public sealed record Conflicted : WriteOutcome<T>
    {
        /// <summary>The <c>Status</c> object of the response, with a cause for each field.</summary>
        public required KubernetesStatus Status { get; init; }

        /// <summary>Returns the message of the server.</summary>
        public override string ToString() => Status.Message ?? "";
    }
}
