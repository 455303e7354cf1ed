using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Schemas;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Documentation;

public sealed class FieldOwnershipSamples
{
    [Fact]
    public async Task Update_OtherWriter_OwnsWhatItChanged()
    {
        var client = new EmbeddedImageStreamClient(new InMemoryImageStreamStore());
        var stream = new ImageStream { Metadata = new ObjectMeta { Namespace = "shop", Name = "ruby", Labels = [KeyValuePair.Create("app", "1")] } };

        // sample: owners-write
        var created = await client.Streams.CreateAsync(stream, new WriteOptions { FieldManager = "pipeline" });

        var labels = created.Metadata.Labels.Set("team", "shop");
        await client.Streams.UpdateAsync(
            created with { Metadata = created.Metadata with { Labels = labels } },
            new WriteOptions { FieldManager = "editor" });
        // end

        var changed = await client.Streams.GetAsync("shop", "ruby");

        // sample: owners-read
        foreach (var entry in changed.Metadata.ManagedFields)
        {
            if (FieldSet.TryParse(entry.FieldsV1, out var fields))
            {
                Console.WriteLine($"{entry.Manager}: {string.Join(", ", fields.GetPaths())}");
            }
        }
        // end

        Assert.Equal(
            [
                """editor {"f:metadata":{"f:labels":{"f:team":{}}}}""",
                """pipeline {"f:metadata":{"f:labels":{".":{},"f:app":{}}}}""",
            ],
            changed.Metadata.ManagedFields.Select(entry => $"{entry.Manager} {entry.FieldsV1}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Apply_OtherImage_IsAConflict()
    {
        var now = Timestamp.Parse("2026-01-01T00:00:00Z");
        var (live, applied) = (CreateTag("r.example/app:1"), CreateTag("r.example/app:2"));
        var pipeline = new FieldWriter { Manager = "pipeline", ApiVersion = "image.openshift.io/v1" };
        var entries = FieldOwners.Update(
            live: null, live, [], pipeline, now, ObjectSchemas.Find("image.openshift.io", "v1", "ImageStream")!);

        // sample: owners-apply
        var schema = ObjectSchemas.Find("image.openshift.io", "v1", "ImageStream")!;
        var writer = new FieldWriter { Manager = "argocd", ApiVersion = "image.openshift.io/v1" };

        var outcome = FieldOwners.Apply(live, applied, entries, writer, force: false, now, schema);
        var text = outcome switch
        {
            ApplyOutcome.Applied merged => $"{merged.Entries.Count} owners",
            ApplyOutcome.Conflicted conflicted => conflicted.Message,
            ApplyOutcome.Rejected rejected => rejected.Message,
            _ => throw new InvalidOperationException(),
        };
        // end

        Assert.Contains(text, Repository.Read("docs/concepts/field-ownership.md"), StringComparison.Ordinal);
    }

    private static JsonObject CreateTag(string image) => new()
    {
        ["spec"] = new JsonObject
        {
            ["tags"] = new JsonArray(new JsonObject
            {
                ["name"] = "1",
                ["from"] = new JsonObject { ["kind"] = "DockerImage", ["name"] = image },
            }),
        },
    };
}
