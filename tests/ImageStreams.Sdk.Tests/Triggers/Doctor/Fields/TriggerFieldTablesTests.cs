using System.Text;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Triggers;

/// <summary>The fields of triggers of each kind, and those that people mistake for them.</summary>
public class TriggerFieldTablesTests
{
    private const string Build = "the trigger of a build configuration";
    private const string Change = "imageChange of a build configuration";
    private const string Deployment = "the trigger of a deployment configuration";
    private const string Parameters = "imageChangeParams of a deployment configuration";
    private const string Annotation = "the trigger of an annotation";
    private const string From = "from in an annotation";
    private const string Reference = "a reference";

    [Theory]
    [InlineData(Build, "imageChangeParams", "imageChange")]
    [InlineData(Build, "from", "imageChange")]
    [InlineData(Build, "paused", "imageChange")]
    [InlineData(Build, "lastTriggeredImageID", "imageChange")]
    [InlineData(Build, "lastTriggeredImage", null)]
    [InlineData(Build, "automatic", null)]
    [InlineData(Build, "containerNames", null)]
    [InlineData(Change, "kind", "from")]
    [InlineData(Change, "name", "from")]
    [InlineData(Change, "namespace", "from")]
    [InlineData(Change, "lastTriggeredImage", null)]
    [InlineData(Change, "automatic", null)]
    [InlineData(Change, "containerNames", null)]
    [InlineData(Deployment, "imageChange", "imageChangeParams")]
    [InlineData(Deployment, "from", "imageChangeParams")]
    [InlineData(Deployment, "automatic", "imageChangeParams")]
    [InlineData(Deployment, "containerNames", "imageChangeParams")]
    [InlineData(Deployment, "lastTriggeredImage", "imageChangeParams")]
    [InlineData(Deployment, "lastTriggeredImageID", null)]
    [InlineData(Deployment, "paused", null)]
    [InlineData(Parameters, "kind", "from")]
    [InlineData(Parameters, "name", "from")]
    [InlineData(Parameters, "namespace", "from")]
    [InlineData(Parameters, "lastTriggeredImageID", null)]
    [InlineData(Parameters, "paused", null)]
    [InlineData(Annotation, "kind", "from")]
    [InlineData(Annotation, "name", "from")]
    [InlineData(Annotation, "namespace", "from")]
    [InlineData(Annotation, "imageChange", null)]
    [InlineData(Annotation, "imageChangeParams", null)]
    [InlineData(Annotation, "automatic", null)]
    [InlineData(Annotation, "containerNames", null)]
    [InlineData(Annotation, "lastTriggeredImage", null)]
    [InlineData(Annotation, "lastTriggeredImageID", null)]
    [InlineData(From, "fieldPath", null)]
    [InlineData(From, "paused", null)]
    public void Foreign_Field_BelongsIntoAnotherOrNone(string holder, string name, string? place)
    {
        var (path, found) = Scan(holder, $$"""{"{{name}}":1}""");

        var field = Assert.Single(found);
        Assert.Equal(
            ($"{path}.{name}", name, place is null ? $"it is no field of {holder}" : $"it belongs into {place}"),
            (field.Path, field.Name, field.Reason));
    }

    [Theory]
    [InlineData(Build, "type github gitlab bitbucket generic imageChange")]
    [InlineData(Change, "from paused lastTriggeredImageID")]
    [InlineData(Deployment, "type imageChangeParams")]
    [InlineData(Parameters, "automatic containerNames from lastTriggeredImage")]
    [InlineData(Annotation, "from fieldPath paused pause FROM FieldPath Paused PAUSE")]
    [InlineData(From, "kind name namespace apiVersion KIND Name NameSpace apiversion")]
    [InlineData(Reference, "kind namespace name uid apiVersion resourceVersion fieldPath")]
    public void Fields_OfTheirOwn_AreNotFound(string holder, string names) => Assert.All(
        names.Split(' '), name => Assert.Empty(Scan(holder, $$"""{"{{name}}":1}""").Found));

    [Theory]
    [InlineData(Build, "Type", "type")]
    [InlineData(Build, "gitHub", "github")]
    [InlineData(Build, "image-change", "imageChange")]
    [InlineData(Change, "form", "from")]
    [InlineData(Change, "pausd", "paused")]
    [InlineData(Change, "lastTriggeredImageId", "lastTriggeredImageID")]
    [InlineData(Deployment, "types", "type")]
    [InlineData(Parameters, "automatc", "automatic")]
    [InlineData(Parameters, "containerName", "containerNames")]
    [InlineData(Annotation, "field_path", "fieldPath")]
    [InlineData(From, "nmae", "name")]
    [InlineData(From, "namespaces", "namespace")]
    [InlineData(Reference, "Kind", "kind")]
    [InlineData(Reference, "apiversion", "apiVersion")]
    public void Misspelled_Field_MeansOneThatExists(string holder, string name, string meant)
    {
        var (path, found) = Scan(holder, $$"""{"{{name}}":1}""");

        var field = Assert.Single(found);
        Assert.Equal(($"{path}.{name}", $"the field is called {meant}", false), (field.Path, field.Reason, field.IsHarmless));
    }

    [Theory]
    [InlineData(Build, "color")]
    [InlineData(Change, "frm0m")]
    [InlineData(Annotation, "")]
    [InlineData(Reference, "fieldPathOfTheImage")]
    public void Unknown_FieldThatMeansNothing_IsNotFound(string holder, string name) =>
        Assert.Empty(Scan(holder, $$"""{"{{name}}":1}""").Found);

    [Theory]
    [InlineData(Build, "automatic", "null", true)]
    [InlineData(Build, "automatic", "true", true)]
    [InlineData(Build, "automatic", "false", false)]
    [InlineData(Deployment, "automatic", "true", false)]
    [InlineData(Build, "paused", "true", false)]
    [InlineData(Build, "paused", "false", true)]
    [InlineData(Deployment, "paused", "false", true)]
    [InlineData(Build, "lastTriggeredImageID", "\"x\"", true)]
    [InlineData(Build, "lastTriggeredImage", "\"x\"", true)]
    [InlineData(Build, "containerNames", "[]", true)]
    [InlineData(Deployment, "containerNames", "[]", false)]
    [InlineData(Annotation, "kind", "\"x\"", false)]
    public void Foreign_Field_IsHarmlessIfTheTriggerDoesTheSame(string holder, string name, string value, bool isHarmless) =>
        Assert.Equal(isHarmless, Assert.Single(Scan(holder, $$"""{"{{name}}":{{value}}}""").Found).IsHarmless);

    /// <summary>Scans the object of a trigger; returns its path, too.</summary>
    private static (string Path, IReadOnlyList<MisplacedField> Found) Scan(string holder, string json)
    {
        var (table, path) = holder switch
        {
            Build => (TriggerFieldTables.Build, ""),
            Change => (TriggerFieldTables.Build, ".imageChange"),
            Reference => (TriggerFieldTables.Build, ".imageChange.from"),
            Deployment => (TriggerFieldTables.Deployment, ""),
            Parameters => (TriggerFieldTables.Deployment, ".imageChangeParams"),
            Annotation => (TriggerFieldTables.Annotation, ""),
            _ => (TriggerFieldTables.Annotation, ".from"),
        };
        var trigger = path.Split('.').Skip(1).Reverse().Aggregate(json, (inner, name) => $$"""{"{{name}}":{{inner}}}""");
        return (path, [.. TriggerFieldScan.Run(Encoding.UTF8.GetBytes(trigger), table).Found]);
    }
}
