namespace ImageStreams.Importing;

/// <summary>A subscription of Amazon SNS that somebody has to confirm before it sends notifications.</summary>
/// <remarks>
/// Confirmed with <c>aws sns confirm-subscription --topic-arn … --token …</c> by whoever owns the topic. The address in the
/// notification is neither called nor kept: whoever sent the body chose it.
/// </remarks>
public sealed record PendingSubscription
{
    /// <summary>The ARN of the topic, such as <c>arn:aws:sns:eu-central-1:111122223333:images</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>The token that confirms the subscription; at most 512 letters and digits.</summary>
    public required string Token { get; init; }

    /// <summary>Returns the topic, without the token.</summary>
    public override string ToString() => Topic;
}
