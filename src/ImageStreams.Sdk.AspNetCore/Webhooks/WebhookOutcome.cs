namespace ImageStreams.AspNetCore;

/// <summary>The outcomes of requests to a webhook, which logs and counters have.</summary>
internal enum WebhookOutcome
{
    /// <summary>The notification has moves, which the schedule gets.</summary>
    Accepted,

    /// <summary>The notification moves nothing.</summary>
    Ignored,

    /// <summary>The delivery was accepted before.</summary>
    Duplicate,

    /// <summary>The sender asked for a code, or for leave to send.</summary>
    Validated,

    /// <summary>The sender waits for somebody to confirm its subscription.</summary>
    Unconfirmed,

    /// <summary>The secret is missing or wrong.</summary>
    Unauthorized,

    /// <summary>The sender sends too often.</summary>
    RateLimited,

    /// <summary>The body is too long.</summary>
    TooLarge,

    /// <summary>The body is not a notification that can be read.</summary>
    Invalid,

    /// <summary>The body did not arrive in time, or not to its end.</summary>
    Incomplete,

    /// <summary>Too much is being read or waits for the schedule.</summary>
    Overloaded,
}
