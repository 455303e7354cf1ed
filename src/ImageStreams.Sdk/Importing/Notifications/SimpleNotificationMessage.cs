namespace ImageStreams.Importing;

/// <summary>The envelope of Amazon SNS: a message with an event as text, or the question whether to subscribe.</summary>
internal static class SimpleNotificationMessage
{
    private const int MaxToken = 512;
    private const int MaxTopic = 300;
    private const string TokenForm = "a token of at most 512 letters and digits";
    private const string TopicForm = "the ARN of a topic";

    public static bool Matches(NotificationValue root) => !root["Type"].Text.IsEmpty && !root["TopicArn"].Text.IsEmpty;

    /// <summary>Reads the message, and the event in it.</summary>
    public static void Read(
        NotificationValue root, NotificationBuilder builder, Action<NotificationValue, NotificationBuilder> readEvent)
    {
        switch (root["Type"].Text.Text)
        {
            case "Notification":
                readEvent(root["Message"].ParseText(), builder);
                break;
            case "SubscriptionConfirmation":
                builder.AddSubscription(() => ReadSubscription(root));
                break;
            default:
                builder.Ignore(root["Type"], "only notifications change tags");
                break;
        }
    }

    private static PendingSubscription ReadSubscription(NotificationValue root) => new()
    {
        Topic = root["TopicArn"].Text.Require(IsTopic, TopicForm),
        Token = root["Token"].Text.Require(IsToken, TokenForm),
    };

    private static bool IsToken(string token) => token.Length <= MaxToken && token.All(char.IsAsciiLetterOrDigit);

    private static bool IsTopic(string topic) =>
        topic.Length <= MaxTopic && topic.StartsWith("arn:", StringComparison.Ordinal)
        && topic.All(static c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_' or '.');
}
