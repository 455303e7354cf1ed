using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The webhook of Docker Hub: one tag that was pushed. Its <c>callback_url</c> is never called.</summary>
internal static class DockerHubNotification
{
    public static bool Matches(NotificationValue root) => root["push_data"].IsObject && root["repository"].IsObject;

    public static void Read(NotificationValue root, NotificationBuilder builder) => builder.Add(new MoveDraft
    {
        Registry = new(DockerHub.Registry, root.Path),
        Repository = root["repository"]["repo_name"].Text,
        Tag = root["push_data"]["tag"].Text,
        Time = root["push_data"]["pushed_at"].Time,
    });
}
