using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Builds;
using ImageStreams.Serialization;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of build configurations.</summary>
internal sealed class BuildConfigRules : KindRules
{
    private const int DefaultHistoryLimit = 5;

    private static readonly ImageStreamJsonOptions OfAnyVersion = new() { CheckKind = false };

    public override void SetDefaults(JsonObject value)
    {
        var complete = Read(value).WithDefaults();
        var json = (JsonObject)JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(complete))!;
        var spec = value.GetOrAddObject("spec");
        foreach (var name in (string[])["triggers", "runPolicy", "source", "strategy", "output"])
        {
            spec.CopyFrom(json.GetOrAddObject("spec"), name);
        }
    }

    public override void PrepareForCreate(JsonObject value)
    {
        var spec = value.GetOrAddObject("spec");
        spec.SetMissing("successfulBuildsHistoryLimit", DefaultHistoryLimit);
        spec.SetMissing("failedBuildsHistoryLimit", DefaultHistoryLimit);
    }

    // The number of the last build never goes back.
    public override void PrepareForUpdate(JsonObject value, JsonObject old)
    {
        if ((value.FindNumber("status", "lastVersion") ?? 0) < (old.FindNumber("status", "lastVersion") ?? 0))
        {
            value.GetOrAddObject("status").CopyFrom(old.GetOrAddObject("status"), "lastVersion");
        }
    }

    // The status is no subresource, and counts as all the rest does.
    public override bool ChangesGeneration(JsonObject value, JsonObject old) => base.ChangesGeneration(value, old)
        || !JsonNode.DeepEquals(value["status"], old["status"]);

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old) => BuildConfigValidator.Validate(Read(value));

    private static BuildConfig Read(JsonObject value) =>
        ImageStreamJson.Deserialize<BuildConfig>(value.ToJsonString(), OfAnyVersion);
}
