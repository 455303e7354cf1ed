using ImageStreams.Collections;
using ImageStreams.Importing;
using static ImageStreams.Tests.Importing.SampleImages;

namespace ImageStreams.Tests.Importing;

/// <summary>The errors of malformed manifests and configurations: reason, path and message.</summary>
public class MalformedImagesTests
{
    private const string Time = "is not an RFC 3339 time such as 2023-11-14T22:13:20Z.";

    public static TheoryData<string, ImageFormatFailure, string, string> Manifests => new()
    {
        { "{", ImageFormatFailure.BadManifest, "$", "The manifest cannot be read. The text is not valid JSON: expected a name in quotes, found the end of the text. Path: $, byte 1." },
        { "[]", ImageFormatFailure.BadManifest, "$", "The manifest cannot be read. Expected an object, found an array. Path: $, byte 0." },
        { """{"schemaVersion":"2"}""", ImageFormatFailure.BadManifest, "$.schemaVersion", Misfit("an integer of 64 bits", "the text \"2\"", "$.schemaVersion", 17) },
        { """{"schemaVersion":2.0}""", ImageFormatFailure.BadManifest, "$.schemaVersion", Misfit("an integer of 64 bits", "the number 2.0", "$.schemaVersion", 17) },
        { """{"layers":[{},{"size":1.5}]}""", ImageFormatFailure.BadManifest, "$.layers[1].size", Misfit("an integer of 64 bits", "the number 1.5", "$.layers[1].size", 22) },
        { """{"layers":[{"size":9223372036854775808}]}""", ImageFormatFailure.BadManifest, "$.layers[0].size", Misfit("an integer of 64 bits", "the number 9223372036854775808", "$.layers[0].size", 19) },
        { """{"config":[]}""", ImageFormatFailure.BadManifest, "$.config", Misfit("an object", "an array", "$.config", 10) },
        { """{"FSLAYERS":{}}""", ImageFormatFailure.BadManifest, "$.FSLAYERS", Misfit("an array", "an object", "$.FSLAYERS", 12) },
        { "{}", ImageFormatFailure.UnknownSchema, "$.schemaVersion", "The manifest is of schema 0; 1 and 2 are known." },
        { """{"schemaVersion":3}""", ImageFormatFailure.UnknownSchema, "$.schemaVersion", "The manifest is of schema 3; 1 and 2 are known." },
        { """{"schemaVersion":1}""", ImageFormatFailure.NoHistory, "$.history", "The manifest of schema 1 has no history, which would hold the configuration." },
        { """{"schemaVersion":1,"history":[{}]}""", ImageFormatFailure.MismatchedHistory, "$.history", "The manifest has 1 history entries for 0 layers." },
        { Schema1(""), ImageFormatFailure.BadManifest, "$.history[0].v1Compatibility", "The newest history entry of the manifest cannot be read. The text is empty; a JSON value was expected. Path: $, byte 0." },
        { Schema1("""{\"config\":{\"Cmd\":5}}"""), ImageFormatFailure.BadManifest, "$.history[0].v1Compatibility.config.Cmd", "The newest history entry of the manifest cannot be read. Expected an array, found the number 5. Path: $.config.Cmd, byte 17." },
        { Schema1("""{\"created\":\"now\"}"""), ImageFormatFailure.BadManifest, "$.history[0].v1Compatibility.created", $"The manifest has no time at $.history[0].v1Compatibility.created: 'now' {Time}" },
        { """{"schemaVersion":2}""", ImageFormatFailure.EmptyConfig, "$", "A manifest of schema 2 needs its configuration, and there is none." },
    };

    public static TheoryData<string, string, string> Configs => new()
    {
        { "{", "$", "The configuration cannot be read. The text is not valid JSON: expected a name in quotes, found the end of the text. Path: $, byte 1." },
        { "\"x\"", "$", "The configuration cannot be read. Expected an object, found the text \"x\". Path: $, byte 0." },
        { """{"config":5}""", "$.config", "The configuration cannot be read. Expected an object, found the number 5. Path: $.config, byte 10." },
        { """{"config":{"ExposedPorts":{"80/tcp":5}}}""", "$.config.ExposedPorts['80/tcp']", "The configuration cannot be read. Expected an object, found the number 5. Path: $.config.ExposedPorts['80/tcp'], byte 36." },
        { """{"rootfs":{"diff_ids":[1]}}""", "$.rootfs.diff_ids[0]", "The configuration cannot be read. Expected a text, found the number 1. Path: $.rootfs.diff_ids[0], byte 23." },
        { """{"created":""}""", "$.created", $"The configuration has no time at $.created: '' {Time}" },
        { """{"created":"2024-01-02T3:04:05Z"}""", "$.created", $"The configuration has no time at $.created: '2024-01-02T3:04:05Z' {Time}" },
        { """{"created":"2024-01-02T03:04:05,5Z"}""", "$.created", $"The configuration has no time at $.created: '2024-01-02T03:04:05,5Z' {Time}" },
        { """{"created":"2024-01-02T03:04:05+24:00"}""", "$.created", $"The configuration has no time at $.created: '2024-01-02T03:04:05+24:00' {Time}" },
        { """{"history":[{},{"created":"x"}]}""", "$.history[1].created", $"The configuration has no time at $.history[1].created: 'x' {Time}" },
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public void WithMetadata_BrokenManifest_ReportsErrorAndPosition(string manifest, ImageFormatFailure kind, string path, string message) =>
        AssertFails(Raw(manifest), kind, path, message);

    [Theory]
    [MemberData(nameof(Configs))]
    public void WithMetadata_BrokenConfig_ReportsErrorAndPosition(string config, string path, string message) =>
        AssertFails(Raw("""{"schemaVersion":2}""", config), ImageFormatFailure.BadConfig, path, message);

    [Fact]
    public void WithMetadata_BrokenMetadata_ReportsErrorAndPosition() => AssertFails(
        new Image { DockerImageMetadata = RawJson.Parse("""{"Size":"1"}""") },
        ImageFormatFailure.BadMetadata,
        "$.Size",
        "The metadata cannot be read. Expected an integer of 64 bits, found the text \"1\". Path: $.Size, byte 8.");

    private static void AssertFails(Image image, ImageFormatFailure kind, string path, string message)
    {
        var e = Assert.Throws<ImageFormatException>(() => ImageInterpreter.WithMetadata(image, Clock));

        Assert.Equal((kind, path, message), (e.Reason, e.Path, e.Message));
    }

    private static string Misfit(string expected, string found, string path, int offset) =>
        $"The manifest cannot be read. Expected {expected}, found {found}. Path: {path}, byte {offset}.";

    private static string Schema1(string newest) =>
        """{"schemaVersion":1,"fsLayers":[{}],"history":[{"v1Compatibility":"NEWEST"}]}"""
            .Replace("NEWEST", newest, StringComparison.Ordinal);
}
