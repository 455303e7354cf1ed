namespace ImageStreams.AspNetCore;

/// <summary>The answer of a resource to a request.</summary>
public abstract record ServedAnswer
{
    private ServedAnswer()
    {
    }

    /// <summary>Answers with an object and status 200.</summary>
    /// <param name="value">The object.</param>
    public static ServedAnswer FromObject(ServedObject value) => new One { Object = value };

    /// <summary>Answers a creation with an object and status 201.</summary>
    /// <param name="value">The object.</param>
    public static ServedAnswer FromCreated(ServedObject value) => new One { Object = value, StatusCode = 201 };

    /// <summary>One object.</summary>
    public sealed record One : ServedAnswer
    {
        /// <summary>The object.</summary>
        public required ServedObject Object { get; init; }

        /// <summary>The HTTP status: 200 by default, 201 for what was created.</summary>
        public int StatusCode { get; init; } = 200;
    }

    /// <summary>A list of objects, with status 200.</summary>
    public sealed record Many : ServedAnswer
    {
        /// <summary>The objects.</summary>
        public required ServedList List { get; init; }
    }

    /// <summary>A <c>Status</c> instead of an object, such as that of a deletion; its code is the HTTP status.</summary>
    public sealed record Outcome : ServedAnswer
    {
        /// <summary>The status; a code of 0 stands for 200.</summary>
        public required KubernetesStatus Status { get; init; }
    }
}
