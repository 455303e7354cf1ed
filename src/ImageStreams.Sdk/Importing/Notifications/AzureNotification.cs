namespace ImageStreams.Importing;

/// <summary>The webhook of Azure Container Registry: one event of CNCF Distribution, without the envelope.</summary>
/// <remarks>It has actions of its own for charts, quarantined images and pings, which change no tag of an image.</remarks>
internal static class AzureNotification
{
    public static bool Matches(NotificationValue root) =>
        !root["action"].Text.IsEmpty && (root["target"].IsObject || root["action"].Text.Text == "ping");

    public static void Read(NotificationValue root, NotificationBuilder builder) =>
        DistributionNotification.ReadEvent(root, builder);
}
