namespace ImageStreams.Triggers;

/// <summary>The fields of the triggers of each kind of object.</summary>
internal static class TriggerFieldTables
{
    private const string Change = "imageChange";
    private const string Parameters = "imageChangeParams";
    private const string From = "from";

    /// <summary>The fields of references in builds and deployment configurations.</summary>
    private static readonly FieldTable Reference = new()
    {
        Holder = "a reference",
        Fields = ["kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath"],
    };

    /// <summary>The fields of the trigger of a build configuration.</summary>
    public static FieldTable Build { get; } = new()
    {
        Holder = "the trigger of a build configuration",
        Fields = ["type", "github", "gitlab", "bitbucket", "generic", Change],
        Foreign = new()
        {
            [Parameters] = Change,
            [From] = Change,
            ["paused"] = Change,
            ["lastTriggeredImageID"] = Change,
            ["lastTriggeredImage"] = null,
            ["automatic"] = null,
            ["containerNames"] = null,
        },
        Children = new()
        {
            [Change] = new FieldTable
            {
                Holder = "imageChange of a build configuration",
                Fields = [From, "paused", "lastTriggeredImageID"],
                Foreign = new()
                {
                    ["kind"] = From,
                    ["name"] = From,
                    ["namespace"] = From,
                    ["lastTriggeredImage"] = null,
                    ["automatic"] = null,
                    ["containerNames"] = null,
                },
                Children = new() { [From] = Reference },
            },
        },
    };

    /// <summary>The fields of the trigger of a deployment configuration.</summary>
    public static FieldTable Deployment { get; } = new()
    {
        Holder = "the trigger of a deployment configuration",
        Fields = ["type", Parameters],
        Foreign = new()
        {
            [Change] = Parameters,
            [From] = Parameters,
            ["automatic"] = Parameters,
            ["containerNames"] = Parameters,
            ["lastTriggeredImage"] = Parameters,
            ["lastTriggeredImageID"] = null,
            ["paused"] = null,
        },
        Children = new()
        {
            [Parameters] = new FieldTable
            {
                Holder = "imageChangeParams of a deployment configuration",
                Fields = ["automatic", "containerNames", From, "lastTriggeredImage"],
                Foreign = new()
                {
                    ["kind"] = From,
                    ["name"] = From,
                    ["namespace"] = From,
                    ["lastTriggeredImageID"] = null,
                    ["paused"] = null,
                },
                Children = new() { [From] = Reference },
            },
        },
    };

    /// <summary>The fields of a trigger in an annotation.</summary>
    public static FieldTable Annotation { get; } = new()
    {
        Holder = "the trigger of an annotation",
        IgnoresCase = true,
        Fields = [From, "fieldPath", "paused"],
        Others = ["pause"],
        Foreign = new()
        {
            ["kind"] = From,
            ["name"] = From,
            ["namespace"] = From,
            [Change] = null,
            [Parameters] = null,
            ["automatic"] = null,
            ["containerNames"] = null,
            ["lastTriggeredImage"] = null,
            ["lastTriggeredImageID"] = null,
        },
        Children = new()
        {
            [From] = new FieldTable
            {
                Holder = "from in an annotation",
                IgnoresCase = true,
                Fields = ["kind", "name", "namespace", "apiVersion"],
                Foreign = new() { ["fieldPath"] = null, ["paused"] = null },
            },
        },
    };
}
