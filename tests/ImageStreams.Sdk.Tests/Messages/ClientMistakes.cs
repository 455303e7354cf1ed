using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Messages;

/// <summary>Mistakes with the image API: names, missing objects, kinds, versions, and what no server accepts.</summary>
internal static class ClientMistakes
{
    private static readonly ImageStreamTagName Ruby = ImageStreamTagName.Parse("shop/ruby:2.7");
    private static readonly ImageStreamTagName Missing = ImageStreamTagName.Parse("shop/ruby:9");

    public static IEnumerable<WrongUse> All =>
    [
        Use("Streams.GetAsync(missing)", client => client.Streams.GetAsync("shop", "python")),
        Use("Streams.GetAsync(empty name)", client => client.Streams.GetAsync("shop", "")),
        Use("Streams.GetAsync(no namespace)", client => client.Streams.GetAsync("", "ruby")),
        Use("Streams.GetAsync(null)", client => client.Streams.GetAsync("shop", null!)),
        Use("Streams.CreateAsync(null)", client => client.Streams.CreateAsync(null!)),
        Use("Streams.CreateAsync(exists)", client => client.Streams.CreateAsync(Stream("ruby"))),
        Use("Streams.CreateAsync(no name)", client => client.Streams.CreateAsync(Stream(""))),
        Use("Streams.CreateAsync(bad name)", client => client.Streams.CreateAsync(Stream("Ruby_1"))),
        Use("Streams.CreateAsync(misspelled kind)", client => client.Streams.CreateAsync(
            Tagged("app", new TagReference { Name = "1", From = new ObjectReference { Kind = "Dockerimage", Name = "quay.io/a/b:1" } }))),
        Use("Streams.CreateAsync(tag that follows nothing)", client => client.Streams.CreateAsync(
            Tagged("app", new TagReference { Name = "1", From = ObjectReference.ImageStreamTag("") }))),
        Use("Streams.CreateAsync(image with a scheme)", client => client.Streams.CreateAsync(
            Tagged("app", new TagReference { Name = "1", From = ObjectReference.DockerImage("https://quay.io/x:3") }))),
        Use("Streams.UpdateAsync(missing)", client => client.Streams.UpdateAsync(Stream("python"))),
        Use("Streams.UpdateAsync(old version)", async client => await client.Streams.UpdateAsync(
            Stream("ruby") with { Metadata = new ObjectMeta { Namespace = "shop", Name = "ruby", ResourceVersion = "999999" } })),
        Use("Streams.PatchAsync(function that returns null)", client => client.Streams.PatchAsync("shop", "ruby", static _ => null!)),
        Use("Streams.DeleteAsync(missing)", client => client.Streams.DeleteAsync("shop", "python")),
        Use("Streams.ListAsync(bad label selector)", client => client.Streams.ListAsync("shop", new ListOptions { LabelSelector = "a in (" })),
        Use("Streams.ListAsync(bad field selector)", client => client.Streams.ListAsync("shop", new ListOptions { FieldSelector = "spec.x=1" })),
        Use("Streams.ListAsync(bad continue token)", client => client.Streams.ListAsync("shop", new ListOptions { Continue = "nonsense" })),
        Use("Streams.WatchAsync(bad version)", async client =>
        {
            await foreach (var _ in client.Streams.WatchAsync("shop", new WatchOptions { ResourceVersion = "abc" }))
            {
                return;
            }
        }),
        Use("Tags.GetAsync(no tag in the name)", client => client.Tags.GetAsync("shop", "ruby")),
        Use("Tags.GetAsync(missing tag)", client => client.Tags.GetAsync("shop", "ruby:9")),
        Use("Tags.GetAsync(missing stream)", client => client.Tags.GetAsync("shop", "python:3")),
        Use("Tags.DeleteAsync(missing)", client => client.Tags.DeleteAsync("shop", "ruby:9")),
        Use("Tags.CreateAsync(null)", client => client.Tags.CreateAsync(null!)),
        Use("ImageTags.GetAsync(missing)", client => client.ImageTags.GetAsync("shop", "ruby:9")),
        Use("StreamImages.GetAsync(no digest)", client => client.StreamImages.GetAsync("shop", "ruby")),
        Use("StreamImages.GetAsync(missing)", client => client.StreamImages.GetAsync("shop", "ruby@sha256:abc")),
        Use("Images.GetAsync(missing)", client => client.Images.GetAsync("sha256:abc")),
        Use("Images.CreateAsync(no name)", client => client.Images.CreateAsync(new Image { Metadata = new ObjectMeta() })),
        Use("Imports.CreateAsync(nothing to import)", client => client.Imports.CreateAsync(
            new ImageStreamImport { Metadata = new ObjectMeta { Namespace = "shop", Name = "ruby" } })),
        Use("CopyTagAsync(missing source)", client => client.CopyTagAsync(Missing, Ruby)),
        Use("TrackTagAsync(itself)", client => client.TrackTagAsync(Ruby, Ruby)),
        Use("FollowImageAsync(image with a scheme)", client => client.FollowImageAsync("docker://quay.io/x:3", Ruby)),
        Use("FollowImageAsync(empty)", client => client.FollowImageAsync("", Ruby)),
        Use("RollBackTagAsync(no history)", client => client.RollBackTagAsync(Ruby)),
        Use("RollBackTagAsync(no steps)", client => client.RollBackTagAsync(Ruby, 0)),
        Use("SetScheduledAsync(missing tag)", client => client.SetScheduledAsync(Missing, true)),
        Use("Streams.GetAsync(canceled)", client => client.Streams.GetAsync("shop", "ruby", new CancellationToken(canceled: true))),
    ];

    private static WrongUse Use(string title, Func<IImageStreamClient, Task> call) => new(title, async () =>
    {
        using var registry = new InMemoryRegistry();
        var client = new EmbeddedImageStreamClient(new InMemoryImageStreamStore(), new ImageImporter(registry));
        await client.Streams.CreateAsync(Stream("ruby"));
        await call(client);
    });

    private static ImageStream Stream(string name) => new() { Metadata = new ObjectMeta { Namespace = "shop", Name = name } };

    private static ImageStream Tagged(string name, TagReference tag) =>
        Stream(name) with { Spec = new ImageStreamSpec { Tags = [tag] } };
}
