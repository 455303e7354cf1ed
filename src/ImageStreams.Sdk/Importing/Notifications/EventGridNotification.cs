namespace ImageStreams.Importing;

/// <summary>Events of Azure Event Grid about a container registry: a list in its own schema, or CloudEvents.</summary>
/// <remarks>
/// The data of an event is an event of CNCF Distribution, whatever its envelope. Before Event Grid sends any, it sends a code
/// that the endpoint has to return.
/// </remarks>
internal static class EventGridNotification
{
    private const string RegistryPrefix = "Microsoft.ContainerRegistry.";
    private const string GridPrefix = "Microsoft.EventGrid.";
    private const string Validation = GridPrefix + "SubscriptionValidationEvent";

    public static bool Matches(NotificationValue root) => root.IsArray ? root.GetItems(int.MaxValue).Any(IsEvent) : IsEvent(root);

    public static void Read(NotificationValue root, NotificationBuilder builder)
    {
        foreach (var item in root.IsArray ? root.GetItems(builder.Limit) : [root])
        {
            ReadEvent(item, builder);
        }
    }

    private static void ReadEvent(NotificationValue item, NotificationBuilder builder)
    {
        var type = GetEventType(item);
        if (type.Text == Validation)
        {
            builder.AddValidation(item["data"]["validationCode"].Text);
        }
        else if (FindAction(type.Text) is { } action)
        {
            DistributionNotification.ReadMove(item["data"], action, builder);
        }
        else
        {
            builder.Ignore(item, "only events of images that were pushed or deleted change tags");
        }
    }

    private static bool IsEvent(NotificationValue item)
    {
        var type = GetEventType(item).Text;
        return type.StartsWith(RegistryPrefix, StringComparison.Ordinal) || type.StartsWith(GridPrefix, StringComparison.Ordinal);
    }

    private static NotificationText GetEventType(NotificationValue item) =>
        item[item["specversion"].Text.IsEmpty ? "eventType" : "type"].Text;

    private static RepositoryAction? FindAction(string type) => type switch
    {
        RegistryPrefix + "ImagePushed" => RepositoryAction.Pushed,
        RegistryPrefix + "ImageDeleted" => RepositoryAction.Deleted,
        _ => null,
    };
}
