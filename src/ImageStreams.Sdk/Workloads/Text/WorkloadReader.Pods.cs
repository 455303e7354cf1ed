using System.Text.Json;

namespace ImageStreams.Workloads;

/// <content>The containers of the pods.</content>
internal ref partial struct WorkloadReader
{
    private void ReadPodSpec()
    {
        while (NextField())
        {
            var name = FieldName;
            if (name.SequenceEqual("containers"u8))
            {
                ReadContainers(isInit: false, _containers = [], _imageLocations = []);
            }
            else if (name.SequenceEqual("initContainers"u8))
            {
                ReadContainers(isInit: true, _initContainers = [], _initImageLocations = []);
            }
            else
            {
                _json.Skip();
            }
        }
    }

    private void ReadContainers(bool isInit, List<WorkloadContainer> containers, List<ImageLocation> locations)
    {
        for (var isThere = StartArray(); isThere && NextItem();)
        {
            var (name, image, location) = ReadContainer();
            containers.Add(new WorkloadContainer(kind.PodSpecPath, isInit, containers.Count) { Name = name ?? "", Image = image });
            locations.Add(location);
        }
    }

    private (string? Name, string? Image, ImageLocation Place) ReadContainer()
    {
        var (name, image, location) = ((string?)null, (string?)null, default(ImageLocation));
        var end = new ImageLocation(_json.Consumed, _json.Consumed, IsFirst: true);
        while (NextField())
        {
            var field = FieldName;
            if (field.SequenceEqual("name"u8))
            {
                name = ReadText(name);
            }
            else if (field.SequenceEqual("image"u8))
            {
                (image, location) = (ReadText(image), GetImageLocation(location));
            }
            else
            {
                _json.Skip();
            }

            end = new ImageLocation(_json.Consumed, _json.Consumed);
        }

        return (name, image, location.End > 0 ? location : end);
    }

    /// <summary>Where the value here stands; a <c>null</c> is no better place than one that there is already.</summary>
    private readonly ImageLocation GetImageLocation(ImageLocation previous) =>
        previous.End > 0 && _json.TokenType == JsonTokenType.Null ? previous : new(_json.TokenStart, _json.Consumed);
}
