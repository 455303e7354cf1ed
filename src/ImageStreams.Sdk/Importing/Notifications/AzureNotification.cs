namespace ImageStreams.Importing;

/// <summary>The notifications of Azure Container Registry: its own webhook, which is one event of CNCF Distribution without the
/// envelope, and the events of Azure Event Grid.</summary>
/// <remarks>The webhook has actions of its own for charts, quarantined images and pings, which change no tag of an image.</remarks>
internal static class AzureNotification
{
    public static bool Matches(NotificationValue root) => IsWebhook(root) || EventGridNotification.Matches(root);

    public static void Read(NotificationValue root, NotificationBuilder builder)
    {
        if (EventGridNotification.Matches(root) || root.IsArray)
        {
            EventGridNotification.Read(root, builder);
        }
        else
        {
            DistributionNotification.ReadEvent(root, builder);
        }
    }

    private static bool IsWebhook(NotificationValue root) =>
        !root["action"].Text.IsEmpty && (root["target"].IsObject || root["action"].Text.Text == "ping");
}
